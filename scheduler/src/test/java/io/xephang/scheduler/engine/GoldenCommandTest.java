package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.golden.Golden;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the shipped dags are those of Airflow in every kind of run, also in one by hand
 * without a logical date.
 */
final class GoldenCommandTest {
  private static final JsonNode CONTEXTS = Golden.cases("template-contexts").get(0).get("contexts");

  static List<JsonNode> commands() {
    return Golden.cases("commands-shipped");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isWhatAirflowRuns(JsonNode golden) throws Exception {
    Dag dag =
        new DagFolder(Path.of("dags"), Map.of())
            .read()
            .find(golden.get("dag_id").textValue())
            .orElseThrow();
    Task task = dag.task(golden.get("task_id").textValue()).orElseThrow();
    JsonNode context = CONTEXTS.get(golden.get("context").textValue());
    DagRun run = run(dag, context);
    AttemptKey attempt =
        new AttemptKey(
            new TaskKey(dag.id(), run.runId(), task.id()), context.get("try_number").intValue());
    assertThat(CommandText.of(new AttemptOrder(attempt, dag, task, run), Map.of()).command())
        .isEqualTo(golden.get("command").textValue());
  }

  private static DagRun run(Dag dag, JsonNode context) {
    Instant runAfter = Instant.parse(context.get("run_after").textValue());
    return new DagRun(
        dag.id(),
        context.get("run_id").textValue(),
        RunType.valueOf(context.get("run_type").textValue().toUpperCase(Locale.ROOT)),
        RunState.RUNNING,
        Golden.instant(context.get("logical_date")),
        Golden.instant(context.get("data_interval_start"))
            .map(
                start ->
                    new DataInterval(
                        start, Instant.parse(context.get("data_interval_end").textValue()))),
        runAfter,
        runAfter,
        Optional.empty(),
        Optional.empty(),
        context.get("conf").toString(),
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
