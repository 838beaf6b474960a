package io.xephang.scheduler.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Operation;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.plan.PythonTime;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.template.Template;
import io.xephang.scheduler.template.TemplateFailed;
import io.xephang.scheduler.template.TemplateValues;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What an attempt runs, and with which variables, once templates have their values. */
public record CommandText(String command, Map<String, String> environment) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  public CommandText {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /**
   * Puts values into the templates of a task.
   *
   * @param inherited variables of the scheduler, for tasks that do not have their own instead
   * @throws TemplateFailed naming what has no value
   */
  public static CommandText of(AttemptOrder order, Map<String, String> inherited)
      throws TemplateFailed {
    return of(order.dag(), order.task(), order.run(), order.key(), inherited);
  }

  private static CommandText of(
      Dag dag, Task task, DagRun run, AttemptKey key, Map<String, String> inherited)
      throws TemplateFailed {
    if (!(task.operation() instanceof Operation.Bash bash)) {
      throw new IllegalArgumentException(task.id() + " has no command");
    }
    TemplateValues values = values(dag, run, task.id(), key.attempt());
    Map<String, String> environment = new TreeMap<>();
    if (bash.environment().isEmpty() || bash.appended()) {
      environment.putAll(inherited);
    }
    for (Map.Entry<String, Template> variable : bash.environment().entrySet()) {
      environment.put(variable.getKey(), variable.getValue().render(values));
    }
    environment.putAll(aboutAttempt(task, run, key));
    return new CommandText(bash.command().render(values), environment);
  }

  private static TemplateValues values(Dag dag, DagRun run, String taskId, int attempt) {
    return TemplateValues.of(
        new TemplateValues.Run(
            run.dagId(),
            dag.zone(),
            run.runId(),
            run.type(),
            run.logicalDate(),
            run.interval(),
            run.runAfter(),
            conf(run)),
        dag.params(),
        taskId,
        attempt);
  }

  private static Map<String, Object> conf(DagRun run) {
    try {
      return JSON.readValue(run.conf(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(run.dagId() + " " + run.runId() + ": conf", e);
    }
  }

  /** The variables by which Airflow tells commands what they are part of. */
  private static Map<String, String> aboutAttempt(Task task, DagRun run, AttemptKey key) {
    Map<String, String> about = new TreeMap<>();
    about.put("AIRFLOW_CTX_DAG_OWNER", task.owner());
    about.put("AIRFLOW_CTX_DAG_ID", run.dagId());
    about.put("AIRFLOW_CTX_TASK_ID", task.id());
    about.put("AIRFLOW_CTX_DAG_RUN_ID", run.runId());
    about.put("AIRFLOW_CTX_TRY_NUMBER", Integer.toString(key.attempt()));
    run.logicalDate()
        .ifPresent(date -> about.put("AIRFLOW_CTX_LOGICAL_DATE", PythonTime.isoformat(date)));
    return about;
  }
}
