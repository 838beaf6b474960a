package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.engine.ClearOrder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.process.AttemptFiles;
import io.xephang.scheduler.process.LogPart;
import io.xephang.scheduler.store.Attempt;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.TaskKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks of runs: list, read, attempts, logs, clear. */
final class TaskRequests {
  private final Engine engine;
  private final Path logs;
  private final DagRequests dags;

  TaskRequests(Engine engine, Path logs) {
    this.engine = engine;
    this.logs = logs;
    this.dags = new DagRequests(engine);
  }

  /**
   * Answers what is about tasks of runs.
   *
   * @param below the path from {@code dags} on
   */
  Optional<ApiResponse> answer(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    if (below.size() == 3
        && below.get(2).equals("clearTaskInstances")
        && request.method().equals("POST")) {
      return Optional.of(clear(request, below.get(1)));
    }
    if (below.size() < 5
        || !below.get(2).equals("dagRuns")
        || !below.get(4).equals("taskInstances")
        || !request.method().equals("GET")) {
      return Optional.empty();
    }
    String form = below.size() + (below.size() > 6 ? " " + below.get(6) : "");
    if (form.equals("5")) {
      return Optional.of(list(request, below.get(1), below.get(3)));
    }
    TaskKey key = new TaskKey(below.get(1), below.get(3), below.get(5));
    return switch (form) {
      case "6" -> Optional.of(one(task(key)));
      case "7 tries" -> Optional.of(attempts(request, key));
      case "8 tries" -> Optional.of(attempt(request, key, number(below.get(7))));
      case "8 logs" -> Optional.of(log(request, key, number(below.get(7))));
      default -> Optional.empty();
    };
  }

  private static int number(String text) throws ApiProblem {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiProblem.invalid("path", "try_number", "Input should be a valid integer", text);
    }
  }

  private TaskInstance task(TaskKey key) throws ApiProblem {
    return engine.read(rows -> rows.tasks().find(key)).orElseThrow(() -> notFound(key));
  }

  private static ApiProblem notFound(TaskKey key) {
    return ApiProblem.of(
        ApiProblem.NOT_FOUND,
        "The Task Instance with dag_id: `"
            + key.dagId()
            + "`, run_id: `"
            + key.runId()
            + "` and task_id: `"
            + key.taskId()
            + "` was not found");
  }

  /** There are no mapped tasks: none has another index than that of all others. */
  private TaskInstance unmapped(ApiRequest request, TaskKey key) throws ApiProblem {
    String index = request.parameter("map_index").orElse(Integer.toString(Shapes.NO_MAP));
    if (!index.matches("-?[0-9]{1,9}")) {
      throw ApiProblem.invalid("query", "map_index", "Input should be a valid integer", index);
    }
    if (Integer.parseInt(index) != Shapes.NO_MAP) {
      throw notFound(key);
    }
    return task(key);
  }

  private ApiResponse list(ApiRequest request, String dagId, String runId) throws ApiProblem {
    List<TaskInstance> all;
    if (runId.equals(RunRequests.ALL)) {
      all =
          engine.read(rows -> rows.tasks().all()).stream()
              .filter(task -> dagId.equals(RunRequests.ALL) || task.key().dagId().equals(dagId))
              .toList();
    } else {
      RunRequests.run(engine, dagId, runId);
      all = engine.read(rows -> rows.tasks().of(dagId, runId));
    }
    Map<List<String>, DagRun> runs = runs(engine, all);
    // Of a run that retention has deleted meanwhile there is nothing to tell.
    all =
        all.stream()
            .filter(task -> runs.containsKey(List.of(task.key().dagId(), task.key().runId())))
            .toList();
    List<TaskInstance> wanted =
        new TaskSelection(engine.catalog(), runs).of(request, all, engine.now());
    return ApiResponse.ok(
        Page.of(request).of("task_instances", wanted, task -> shape(engine, task, runs)));
  }

  private static Map<List<String>, DagRun> runs(Engine engine, List<TaskInstance> tasks) {
    return engine.read(
        rows -> {
          Map<List<String>, DagRun> runs = new HashMap<>();
          for (TaskInstance task : tasks) {
            List<String> run = List.of(task.key().dagId(), task.key().runId());
            if (!runs.containsKey(run)) {
              rows.runs().find(run.get(0), run.get(1)).ifPresent(found -> runs.put(run, found));
            }
          }
          return runs;
        });
  }

  private static ObjectNode shape(
      Engine engine, TaskInstance task, Map<List<String>, DagRun> runs) {
    return Shapes.task(
        task,
        runs.get(List.of(task.key().dagId(), task.key().runId())),
        engine.catalog().find(task.key().dagId()));
  }

  /** Tasks as a whole collection. */
  static ApiResponse instances(Engine engine, List<TaskInstance> tasks) {
    Map<List<String>, DagRun> runs = runs(engine, tasks);
    Page all = new Page(Integer.MAX_VALUE, 0);
    return ApiResponse.ok(all.of("task_instances", tasks, task -> shape(engine, task, runs)));
  }

  private ApiResponse one(TaskInstance task) {
    return ApiResponse.ok(shape(engine, task, runs(engine, List.of(task))));
  }

  /** Those that have ended, and the one at work. */
  private List<Attempt> allAttempts(TaskInstance task) {
    List<Attempt> attempts =
        new ArrayList<>(engine.read(rows -> rows.tasks().attempts(task.key())));
    if (task.state().active()) {
      attempts.add(
          new Attempt(
              task.currentAttempt(),
              task.state(),
              task.queuedAt(),
              task.startedAt(),
              Optional.empty(),
              Optional.empty()));
    }
    return attempts;
  }

  private ApiResponse attempts(ApiRequest request, TaskKey key) throws ApiProblem {
    TaskInstance task = unmapped(request, key);
    DagRun run = RunRequests.run(engine, key.dagId(), key.runId());
    Page all = new Page(Integer.MAX_VALUE, 0);
    return ApiResponse.ok(
        all.of(
            "task_instances",
            allAttempts(task),
            attempt -> Shapes.attempt(attempt, task, run, engine.catalog().find(key.dagId()))));
  }

  private ApiResponse attempt(ApiRequest request, TaskKey key, int number) throws ApiProblem {
    TaskInstance task = unmapped(request, key);
    DagRun run = RunRequests.run(engine, key.dagId(), key.runId());
    Attempt attempt =
        allAttempts(task).stream()
            .filter(one -> one.key().attempt() == number)
            .findFirst()
            .orElseThrow(() -> noAttempt(number));
    return ApiResponse.ok(Shapes.attempt(attempt, task, run, engine.catalog().find(key.dagId())));
  }

  private static ApiProblem noAttempt(int number) {
    return ApiProblem.of(ApiProblem.NOT_FOUND, "There is no try_number `" + number + "`");
  }

  private static ApiProblem noLog(TaskInstance task, int number) {
    return number < 1 || number > task.attempt()
        ? noAttempt(number)
        : ApiProblem.of(
            ApiProblem.NOT_FOUND,
            "nhật ký không còn, hoặc chưa được ghi / the log was removed, or is not written yet:"
                + " try_number `"
                + number
                + "`");
  }

  /**
   * A part of a log at a time, as large ones would not fit into memory. {@code full_content}
   * changes nothing: Airflow's own reader of files does not look at it either.
   */
  private ApiResponse log(ApiRequest request, TaskKey key, int attempt) throws ApiProblem {
    TaskInstance task = unmapped(request, key);
    request.flag("full_content");
    try {
      LogPart part =
          AttemptFiles.of(logs, new AttemptKey(key, attempt))
              .logPart(from(request))
              .orElseThrow(() -> noLog(task, attempt));
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      ArrayNode lines = answer.putArray("content");
      part.lines().forEach(line -> lines.addObject().put("event", line));
      answer.put(
          "continuation_token",
          part.next().isPresent() ? Long.toString(part.next().getAsLong()) : null);
      return ApiResponse.ok(answer);
    } catch (IOException e) {
      throw ApiProblem.of(ApiProblem.NOT_FOUND, "log: " + e.getMessage());
    }
  }

  private static long from(ApiRequest request) throws ApiProblem {
    String token = request.parameter("token").filter(text -> !text.isEmpty()).orElse("0");
    if (!token.matches("[0-9]{1,18}")) {
      throw ApiProblem.of(
          ApiProblem.BAD_REQUEST,
          "token '" + token + "': expected the continuation_token of an answer of this API");
    }
    return Long.parseLong(token);
  }

  private ApiResponse clear(ApiRequest request, String dagId) throws ApiProblem, OperationRefused {
    dags.dag(dagId);
    ClearBody body = ClearBody.ofTasks(request);
    Optional<String> runId = body.runId();
    Optional<DagRun> run =
        runId.isPresent()
            ? Optional.of(RunRequests.run(engine, dagId, runId.get()))
            : Optional.empty();
    ClearOrder order = body.order(dagId, run);
    return instances(engine, body.dryRun() ? engine.toClear(order) : engine.clear(order));
  }
}
