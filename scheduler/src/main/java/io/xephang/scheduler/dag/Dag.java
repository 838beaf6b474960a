package io.xephang.scheduler.dag;

import io.xephang.scheduler.plan.RunBounds;
import io.xephang.scheduler.plan.Timetable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A dag: tasks, what must come before what, and when all of them are to run.
 *
 * @param file below the folder of dags, such as {@code nightly.yaml}
 * @param description empty if there is none
 * @param documentation Markdown; empty if there is none
 * @param zone in which its schedule is read and its dates are shown
 * @param maxActiveRuns how many of its runs may be at work at once
 * @param maxActiveTasks how many tasks of one run may be at work at once
 * @param timeout of a whole run
 * @param params values for templates; who starts a run by hand may give others
 * @param tasks every task comes after those that it waits for
 */
public record Dag(
    String id,
    String file,
    Optional<String> description,
    Optional<String> documentation,
    Timetable timetable,
    ZoneId zone,
    RunBounds bounds,
    int maxActiveRuns,
    int maxActiveTasks,
    Optional<Duration> timeout,
    Map<String, Object> params,
    SortedSet<String> tags,
    List<Task> tasks) {

  /**
   * Checks the shape and orders the tasks.
   *
   * @throws IllegalArgumentException if tasks are missing, named twice or wait for each other; the
   *     message is for users
   */
  public Dag {
    Key.require(id, "dag_id");
    if (maxActiveRuns < 1 || maxActiveTasks < 1) {
      throw new IllegalArgumentException(
          "max_active_runs, max_active_tasks: cần ít nhất / expected at least 1");
    }
    if (bounds.catchup() && timetable.periodic() && bounds.earliest().isEmpty()) {
      throw new IllegalArgumentException("catchup: true cần / needs start_date");
    }
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    tasks = ordered(tasks);
  }

  private static List<Task> ordered(List<Task> tasks) {
    Map<String, Task> left = new LinkedHashMap<>();
    for (Task task : tasks) {
      if (left.put(task.id(), task) != null) {
        throw new IllegalArgumentException(
            "task_id '" + task.id() + "' có hai lần / is there twice");
      }
    }
    if (left.isEmpty()) {
      throw new IllegalArgumentException("không có tác vụ nào / there are no tasks");
    }
    for (Task task : tasks) {
      for (String before : task.before()) {
        if (!left.containsKey(before)) {
          throw new IllegalArgumentException(
              "dependencies của / of '"
                  + task.id()
                  + "': không có tác vụ / there is no task '"
                  + before
                  + "'; có / there are "
                  + left.keySet());
        }
      }
    }
    List<Task> ordered = new ArrayList<>();
    Set<String> placed = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      Optional<Task> next =
          left.values().stream().filter(task -> placed.containsAll(task.before())).findFirst();
      if (next.isEmpty()) {
        throw new IllegalArgumentException(
            "các tác vụ chờ nhau thành vòng / tasks wait for each other in a circle: "
                + left.keySet());
      }
      left.remove(next.get().id());
      placed.add(next.get().id());
      ordered.add(next.get());
    }
    return List.copyOf(ordered);
  }

  /** The task of this name, unless the file has none any more. */
  public Optional<Task> task(String taskId) {
    return tasks.stream().filter(task -> task.id().equals(taskId)).findFirst();
  }

  /** Tasks that no other one waits for: they decide whether a run has succeeded. */
  public List<Task> leaves() {
    Set<String> waitedFor = new TreeSet<>();
    tasks.forEach(task -> waitedFor.addAll(task.before()));
    return tasks.stream().filter(task -> !waitedFor.contains(task.id())).toList();
  }
}
