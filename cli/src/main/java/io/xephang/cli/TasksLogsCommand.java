package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.home.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang tasks logs}. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {"Nhật ký của một tác vụ.", "The log of a task."},
    footer = {"", "Ví dụ / Example: xephang tasks logs nightly ingest"})
final class TasksLogsCommand implements Callable<Integer> {
  /** Of a task that has had no try; the API has no word for the first. */
  private static final Set<String> WAITING = Set.of("none", "scheduled", "queued");

  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Parameters(index = "1", paramLabel = "TASK", description = "Tên tác vụ. / Id of the task.")
  private String taskId;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "Lần chạy; không ghi là lần mới nhất. / The run; the latest if it is missing.")
  private String runId;

  @Option(
      names = "--try-number",
      paramLabel = "N",
      description = "Lần thử; không ghi là lần cuối. / The try; the last one if it is missing.")
  private int tryNumber;

  TasksLogsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      String run = KnownRun.of(scheduler, dagId, runId);
      List<String> task = List.of("dags", dagId, "dagRuns", run, "taskInstances", taskId);
      int attempt = attempt(scheduler, scheduler.get(task, Map.of()), run);
      List<String> log = new ArrayList<>(task);
      log.addAll(List.of("logs", Integer.toString(attempt)));
      Map<String, String> place = Map.of();
      boolean more = true;
      while (more) {
        JsonNode part = scheduler.get(log, place);
        part.path("content").forEach(line -> context.out().println(line.path("event").textValue()));
        more = part.path("continuation_token").isTextual();
        place = Map.of("token", part.path("continuation_token").asText());
      }
      return ExitCode.DONE;
    }
  }

  /** The scheduler's own answer names a number, which tells nobody why there is no log. */
  private int attempt(SchedulerAccess scheduler, JsonNode task, String run)
      throws CommandFailed, IOException, InterruptedException {
    int last = task.path("try_number").asInt();
    String state = task.path("state").asText("none");
    String where = ": " + taskId + ", " + run + "; ";
    String states = "xephang tasks states " + dagId + " " + run;
    if (tryNumber > last && last > 0) {
      throw CommandFailed.failed(
          "không có lần thử / there is no try "
              + tryNumber
              + ", lần cuối là / the last one is "
              + last
              + where
              + states);
    }
    int wanted = tryNumber > 0 ? tryNumber : last;
    if (wanted >= last && (last == 0 ? WAITING.contains(state) : state.equals("queued"))) {
      throw CommandFailed.failed(
          "tác vụ chưa bắt đầu, nên chưa có nhật ký / the task has not started yet, so there is no"
              + " log"
              + where
              + atWork(scheduler, run).orElse(states));
    }
    if (last == 0) {
      throw CommandFailed.failed(
          "tác vụ không có lần thử nào, nên không có nhật ký / the task has had no try, so there"
              + " is no log: "
              + state
              + where
              + states);
    }
    return wanted;
  }

  /** The same task in another run, of which there is something to see. */
  private Optional<String> atWork(SchedulerAccess scheduler, String run)
      throws CommandFailed, IOException, InterruptedException {
    for (String state : List.of("running", "up_for_retry")) {
      JsonNode found =
          scheduler
              .get(
                  List.of("dags", dagId, "dagRuns", "~", "taskInstances"),
                  Map.of("task_id", taskId, "state", state, "order_by", "-run_after", "limit", "1"))
              .path("task_instances");
      if (!found.isEmpty() && !found.path(0).path("dag_run_id").asText().equals(run)) {
        String other = found.path(0).path("dag_run_id").asText();
        return Optional.of(
            "lần chạy khác đang làm / another run is at work: "
                + other
                + " ("
                + state
                + "): xephang tasks logs "
                + dagId
                + " "
                + taskId
                + " "
                + other);
      }
    }
    return Optional.empty();
  }
}
