package io.xephang.scheduler.dag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xephang.scheduler.golden.Golden;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.Retries;
import io.xephang.scheduler.template.Template;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dags of the files as Airflow sees them once dag-factory has read the same files. */
final class GoldenDagTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<JsonNode> dags() {
    return Stream.concat(
        Golden.cases("dags-cases").stream(), Golden.cases("dags-shipped").stream());
  }

  @ParameterizedTest
  @MethodSource("dags")
  void meansWhatItMeansInAirflow(JsonNode golden) throws Exception {
    Dag dag = catalog(golden.get("dag_id").textValue());
    Map<String, Object> expected = new LinkedHashMap<>();
    for (String key : described(dag).keySet()) {
      Object value = JSON.convertValue(golden.get(key), Object.class);
      expected.put(key, key.equals("tasks") ? new TreeMap<>((Map<?, ?>) value) : value);
    }
    assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(described(dag)))
        .isEqualTo(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected));
  }

  @ParameterizedTest
  @MethodSource("dags")
  void runsWhenAirflowRunsIt(JsonNode golden) throws Exception {
    Dag dag = catalog(golden.get("dag_id").textValue());
    Instant now = Instant.parse(golden.get("now").textValue());
    Optional<DataInterval> last = Optional.empty();
    for (JsonNode run : golden.get("runs")) {
      PlannedRun next = dag.timetable().next(last, dag.bounds(), now).orElseThrow();
      assertThat(RunType.SCHEDULED.runId(next.runAfter())).isEqualTo(run.get("run_id").textValue());
      assertThat(next.interval().start()).hasToString(run.get("data_interval_start").textValue());
      assertThat(next.interval().end()).hasToString(run.get("data_interval_end").textValue());
      last = Optional.of(next.interval());
    }
  }

  private static Dag catalog(String dagId) throws Exception {
    for (Path folder : List.of(cases(), Path.of("dags"))) {
      DagCatalog catalog =
          new DagFolder(folder, Map.of("XEPHANG_GOLDEN", "of the environment")).read();
      assertThat(catalog.problems()).isEmpty();
      if (catalog.find(dagId).isPresent()) {
        return catalog.find(dagId).get();
      }
    }
    throw new AssertionError("no file has the dag " + dagId);
  }

  private static Path cases() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(Golden.class.getResource("dags")).toURI());
  }

  private static Map<String, Object> described(Dag dag) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("dag_id", dag.id());
    described.put("description", dag.description().orElse(null));
    described.put("schedule", dag.timetable().summary());
    described.put("timezone", dag.zone().getId());
    described.put("start_date", dag.bounds().earliest().map(Instant::toString).orElse(null));
    described.put("end_date", dag.bounds().latest().map(Instant::toString).orElse(null));
    described.put("catchup", dag.bounds().catchup());
    described.put("max_active_runs", dag.maxActiveRuns());
    described.put("max_active_tasks", dag.maxActiveTasks());
    described.put("dagrun_timeout", dag.timeout().map(GoldenDagTest::seconds).orElse(null));
    described.put("params", dag.params());
    described.put("tags", dag.tags());
    Map<String, Object> tasks = new TreeMap<>();
    dag.tasks().forEach(task -> tasks.put(task.id(), described(task)));
    described.put("tasks", tasks);
    return described;
  }

  private static Map<String, Object> described(Task task) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operator", task.operation().operator());
    described.put("upstream", new TreeSet<>(task.before()));
    Optional<Operation.Bash> bash =
        Optional.of(task.operation())
            .filter(Operation.Bash.class::isInstance)
            .map(Operation.Bash.class::cast);
    described.put("bash_command", bash.map(b -> b.command().source()).orElse(null));
    Map<String, String> environment = new TreeMap<>();
    bash.map(Operation.Bash::environment)
        .orElse(Map.of())
        .forEach((String name, Template value) -> environment.put(name, value.source()));
    described.put("env", environment.isEmpty() ? null : environment);
    described.put("append_env", bash.map(Operation.Bash::appended).orElse(null));
    Retries retries = task.retries();
    described.put("retries", retries.count());
    described.put("retry_delay", seconds(retries.pause()));
    described.put("retry_exponential_backoff", retries.multiplier());
    described.put("max_retry_delay", retries.longest().map(GoldenDagTest::seconds).orElse(null));
    described.put("execution_timeout", task.timeout().map(GoldenDagTest::seconds).orElse(null));
    described.put("trigger_rule", task.rule().id());
    described.put("depends_on_past", task.dependsOnPast());
    described.put("owner", task.owner());
    return described;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
