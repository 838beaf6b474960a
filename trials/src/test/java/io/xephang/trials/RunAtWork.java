package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a run stands that has just been started. It is asked a hundred times a second, beside runs
 * that need the machine: records and logs are read only when there is something new.
 */
final class RunAtWork {
  private final DeploymentHome home;
  private final Set<String> earlierRecords;
  private Optional<RunRecord> run = Optional.empty();
  private long logBytes;
  private List<String> passed = List.of();

  private RunAtWork(DeploymentHome home, Set<String> earlierRecords) {
    this.home = home;
    this.earlierRecords = earlierRecords;
  }

  /** The next run of a deployment: to be called before it is started. */
  static RunAtWork next(DeploymentHome home) {
    return new RunAtWork(home, records(home));
  }

  /** The milestones that it has passed; none as long as it has no record. */
  List<String> passed() throws IOException {
    if (run.isEmpty()) {
      if (records(home).equals(earlierRecords)) {
        return passed;
      }
      List<RunRecord> runs = new RunRecords(home).all();
      if (runs.size() == earlierRecords.size()) {
        return passed;
      }
      run = Optional.of(runs.get(runs.size() - 1));
    }
    Path log = home.runLog(run.get().runId());
    long bytes = Files.exists(log) ? Files.size(log) : 0;
    if (bytes > logBytes) {
      logBytes = bytes;
      passed = Timeline.milestones(home, run.get()).stream().map(Timeline.Passed::name).toList();
    }
    return passed;
  }

  private static Set<String> records(DeploymentHome home) {
    String[] names = home.runs().toFile().list((folder, name) -> name.endsWith(".json"));
    return names == null ? Set.of() : new HashSet<>(List.of(names));
  }
}
