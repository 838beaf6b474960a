package io.xephang.scheduler.template;

import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.template.Expression.Attributes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the names in templates mean for one attempt of a task. A run that was started by hand
 * without a logical date has none of {@code ds}, {@code ts}, {@code data_interval_start} …: to name
 * one is an error, as in Airflow 3.
 */
public final class TemplateValues {
  private static final Set<String> OF_DATES =
      Set.of(
          "ds",
          "ds_nodash",
          "ts",
          "ts_nodash",
          "ts_nodash_with_tz",
          "logical_date",
          "data_interval_start",
          "data_interval_end");
  private static final Set<String> OF_RUNS =
      Set.of(
          "run_id",
          "dag",
          "task",
          "ti",
          "task_instance",
          "task_instance_key_str",
          "dag_run",
          "params",
          "macros");

  private final Map<String, Object> values;

  private TemplateValues(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * The run that templates are rendered for.
   *
   * @param zone of the dag
   * @param interval empty if the run has no logical date
   * @param conf what was given when the run was started; it overrides parameters of the same name
   */
  public record Run(
      String dagId,
      ZoneId zone,
      String runId,
      RunType type,
      Optional<Instant> logicalDate,
      Optional<DataInterval> interval,
      Instant runAfter,
      Map<String, Object> conf) {

    public Run {
      conf = Collections.unmodifiableMap(new LinkedHashMap<>(conf));
    }
  }

  /**
   * The values for an attempt.
   *
   * @param params the dag's parameters
   * @param attempt 1 is the first
   */
  public static TemplateValues of(Run run, Map<String, Object> params, String taskId, int attempt) {
    Map<String, Object> values = new HashMap<>();
    Map<String, Object> given = new LinkedHashMap<>(params);
    given.putAll(run.conf());
    values.put("params", given);
    values.put("run_id", run.runId());
    values.put("macros", Macros.ALL);
    values.put(
        "dag",
        new Attributes("dag", Map.of("dag_id", run.dagId(), "timezone", new Zone(run.zone()))));
    values.put("task", new Attributes("task", Map.of("task_id", taskId)));
    Attributes instance =
        new Attributes(
            "ti",
            Map.of(
                "dag_id",
                run.dagId(),
                "task_id",
                taskId,
                "run_id",
                run.runId(),
                "try_number",
                (long) attempt));
    values.put("ti", instance);
    values.put("task_instance", instance);
    values.put("dag_run", new Attributes("dag_run", ofRun(run)));
    run.logicalDate().ifPresent(date -> values.putAll(ofDates(date, run.interval())));
    String key = run.logicalDate().isPresent() ? (String) values.get("ds_nodash") : run.runId();
    values.put("task_instance_key_str", run.dagId() + "__" + taskId + "__" + key);
    return new TemplateValues(values);
  }

  private static Map<String, Object> ofRun(Run run) {
    Map<String, Object> values = new HashMap<>();
    values.put("dag_id", run.dagId());
    values.put("run_id", run.runId());
    // As Python prints a member of an enumeration.
    values.put("run_type", "DagRunType." + run.type().name());
    values.put("conf", run.conf());
    values.put("run_after", plain(run.runAfter()));
    values.put("logical_date", run.logicalDate().map(TemplateValues::plain).orElse(null));
    values.put(
        "data_interval_start",
        run.interval().map(interval -> plain(interval.start())).orElse(null));
    values.put(
        "data_interval_end", run.interval().map(interval -> plain(interval.end())).orElse(null));
    return values;
  }

  private static Map<String, Object> ofDates(Instant date, Optional<DataInterval> interval) {
    Moment moment = moment(date);
    Map<String, Object> values = new HashMap<>();
    values.put("logical_date", moment);
    for (String name : List.of("ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz")) {
      try {
        values.put(
            name, Filter.of(name).orElseThrow().apply(moment, new Arguments(List.of(), Map.of())));
      } catch (TemplateFailed e) {
        throw new IllegalStateException(e);
      }
    }
    values.put("data_interval_start", interval.map(span -> moment(span.start())).orElse(null));
    values.put("data_interval_end", interval.map(span -> moment(span.end())).orElse(null));
    return values;
  }

  private static Moment moment(Instant instant) {
    return new Moment(instant.atZone(ZoneOffset.UTC));
  }

  private static PlainTime plain(Instant instant) {
    return new PlainTime(moment(instant));
  }

  /** Names that may stand in a template. */
  static Set<String> known() {
    Set<String> known = new TreeSet<>(OF_DATES);
    known.addAll(OF_RUNS);
    return known;
  }

  Object named(String name) throws TemplateFailed {
    if (values.containsKey(name)) {
      return values.get(name);
    }
    throw OF_DATES.contains(name)
        ? new UndefinedValue(
            name,
            new TreeSet<>(values.keySet())
                + " (lần chạy này không có logical_date / this run has no logical date: --logical-date,"
                + " | default(dag_run.run_after))")
        : new UndefinedValue(name, new TreeSet<>(values.keySet()).toString());
  }
}
