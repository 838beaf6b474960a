package io.xephang.scheduler.dag;

import io.xephang.scheduler.dag.YamlValue.Keys;
import io.xephang.scheduler.plan.RunBounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in one file: dags by name, and {@code default}, which all of them share. */
record DagFile(List<Dag> dags, List<DagProblem> problems) {
  private static final String DEFAULT = "default";
  private static final Set<String> OF_DAG =
      Set.of(
          "default_args",
          "schedule",
          "start_date",
          "end_date",
          "timezone",
          "catchup",
          "max_active_runs",
          "max_active_tasks",
          "dagrun_timeout",
          "params",
          "tags",
          "description",
          "doc_md",
          "tasks");

  /** Airflow's settings {@code max_active_runs_per_dag} and {@code max_active_tasks_per_dag}. */
  private static final long MOST_ACTIVE = 16;

  DagFile {
    dags = List.copyOf(dags);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file. A dag that is wrong becomes a problem and does not keep the others back.
   *
   * @param file its name below the folder, for problems
   * @param environment variables that are expanded in the text
   */
  static DagFile read(String file, String text, Map<String, String> environment) {
    try {
      Optional<YamlValue> value = YamlText.read(EnvironmentText.expanded(text, environment));
      if (value.isEmpty()) {
        throw new InvalidDag(1, "tệp rỗng / the file is empty");
      }
      return read(file, Fields.of("", value.get()));
    } catch (InvalidDag e) {
      return new DagFile(List.of(), List.of(e.in(file)));
    }
  }

  private static DagFile read(String file, Fields content) throws InvalidDag {
    Optional<Fields> defaults = content.fields(DEFAULT);
    if (defaults.isPresent()) {
      defaults.get().only(OF_DAG);
    }
    List<Dag> dags = new ArrayList<>();
    List<DagProblem> problems = new ArrayList<>();
    for (Map.Entry<String, YamlValue> entry : content.keys().entries().entrySet()) {
      if (!entry.getKey().equals(DEFAULT)) {
        try {
          Keys own = Fields.of(entry.getKey(), entry.getValue()).keys();
          dags.add(
              dag(
                  entry.getKey(),
                  file,
                  defaults.map(shared -> own.over(shared.keys())).orElse(own)));
        } catch (InvalidDag e) {
          problems.add(e.in(file));
        }
      }
    }
    if (dags.isEmpty() && problems.isEmpty()) {
      throw new InvalidDag(content.line(), "không có dag nào / there is no dag");
    }
    return new DagFile(dags, problems);
  }

  private static Dag dag(String id, String file, Keys keys) throws InvalidDag {
    Fields dag = new Fields(id, keys).only(OF_DAG);
    Optional<Fields> defaultArgs = dag.fields("default_args");
    DagDates dates = DagDates.of(dag, defaultArgs);
    try {
      return new Dag(
          id,
          file,
          dag.text("description"),
          dag.text("doc_md"),
          TypedObject.schedule(dag, dates.zone()),
          dates.zone(),
          new RunBounds(dates.start(), dates.end(), dag.flag("catchup").orElse(false)),
          dag.count("max_active_runs").orElse(MOST_ACTIVE).intValue(),
          dag.count("max_active_tasks").orElse(MOST_ACTIVE).intValue(),
          TypedObject.span(dag, "dagrun_timeout"),
          params(dag),
          new TreeSet<>(dag.texts("tags")),
          TaskReader.read(dag, taskDefaults(defaultArgs)));
    } catch (IllegalArgumentException e) {
      throw new InvalidDag(keys.line(), id + ": " + e.getMessage());
    }
  }

  private static Map<String, Object> params(Fields dag) throws InvalidDag {
    Map<String, Object> params = new LinkedHashMap<>();
    Optional<Fields> written = dag.fields("params");
    if (written.isPresent()) {
      for (Map.Entry<String, YamlValue> entry : written.get().keys().entries().entrySet()) {
        params.put(entry.getKey(), entry.getValue().plain());
      }
    }
    return params;
  }

  /** The part of {@code default_args} that is for tasks, not for dates. */
  private static Keys taskDefaults(Optional<Fields> defaultArgs) throws InvalidDag {
    if (defaultArgs.isEmpty()) {
      return new Keys(Map.of(), 1);
    }
    Set<String> dates = Set.of("start_date", "end_date", "timezone");
    Set<String> known = new TreeSet<>(TaskReader.defaults());
    known.addAll(dates);
    defaultArgs.get().only(known);
    Map<String, YamlValue> ofTasks = new TreeMap<>(defaultArgs.get().keys().entries());
    ofTasks.keySet().removeAll(dates);
    return new Keys(ofTasks, defaultArgs.get().line());
  }
}
