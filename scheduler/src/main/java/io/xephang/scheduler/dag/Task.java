package io.xephang.scheduler.dag;

import io.xephang.scheduler.state.Retries;
import io.xephang.scheduler.state.TriggerRule;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A task of a dag.
 *
 * @param before ids of the tasks directly before it
 * @param timeout of one attempt
 * @param dependsOnPast whether it waits until it has succeeded, or was skipped, in the run before
 */
public record Task(
    String id,
    Operation operation,
    Set<String> before,
    Retries retries,
    Optional<Duration> timeout,
    TriggerRule rule,
    boolean dependsOnPast,
    String owner) {

  public Task {
    Key.require(id, "task_id");
    before = Collections.unmodifiableSet(new LinkedHashSet<>(before));
  }
}
