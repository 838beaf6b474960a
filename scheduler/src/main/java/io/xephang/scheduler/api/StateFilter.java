package io.xephang.scheduler.api;

import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import java.util.Arrays;
import java.util.List;

/**
 * Words of which a list is to have one, such as states.
 *
 * @param wanted any will do if there are none
 */
record StateFilter(List<String> wanted) {
  /** What Airflow calls a task to which nothing has happened. */
  private static final List<String> NO_STATUS = List.of("no_status", "none");

  StateFilter {
    wanted = List.copyOf(wanted);
  }

  /**
   * States of runs.
   *
   * @throws ApiProblem 422 if there is no such state
   */
  static StateFilter ofRuns(ApiRequest request, String parameter) throws ApiProblem {
    return of(
        request.parameters(parameter),
        Arrays.stream(RunState.values()).map(RunState::id).toList(),
        "state");
  }

  /**
   * Types of runs.
   *
   * @throws ApiProblem 422 if there is no such type
   */
  static StateFilter ofTypes(ApiRequest request) throws ApiProblem {
    return of(
        request.parameters("run_type"),
        Arrays.stream(RunType.values()).map(RunType::id).toList(),
        "run type");
  }

  /**
   * States of tasks.
   *
   * @throws ApiProblem 422 if there is no such state
   */
  static StateFilter ofTasks(ApiRequest request) throws ApiProblem {
    return of(
        request.parameters("state").stream()
            .map(state -> NO_STATUS.contains(state) ? TaskState.NONE.id() : state)
            .toList(),
        Arrays.stream(TaskState.values()).map(TaskState::id).toList(),
        "state");
  }

  private static StateFilter of(List<String> wanted, List<String> known, String what)
      throws ApiProblem {
    if (!known.containsAll(wanted)) {
      throw ApiProblem.of(
          ApiProblem.UNPROCESSABLE,
          "Invalid value for "
              + what
              + ": "
              + wanted
              + ". Valid values are "
              + String.join(", ", known));
    }
    return new StateFilter(wanted);
  }

  boolean holds(String state) {
    return wanted.isEmpty() || wanted.contains(state);
  }
}
