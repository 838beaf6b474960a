package io.xephang.scheduler.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.TaskKey;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskProcessTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"));

  @TempDir private Path logs;

  /** A command may have ended before its supervisor looks for it the first time. */
  @RepeatedTest(50)
  void aCommandThatEndsAtOnceKeepsItsExitCode() throws Exception {
    TaskProcess process = TaskProcess.start(files(1), "exit 3", ENVIRONMENT);
    process.begin();
    assertThat(process.await()).isEqualTo(new AttemptEnd.Exited(3));
  }

  @Test
  void aSignalForTheSupervisorDoesNotEndItsWaiting() throws Exception {
    TaskProcess process =
        TaskProcess.start(files(1), "kill -HUP $PPID; sleep 0.2; exit 7", ENVIRONMENT);
    process.begin();
    assertThat(process.await()).isEqualTo(new AttemptEnd.Exited(7));
  }

  @Test
  void nothingRunsBeforeTheWord() throws Exception {
    TaskProcess process = TaskProcess.start(files(1), "exit 3", ENVIRONMENT);
    process.abandon();
    assertThat(process.await()).isEqualTo(new AttemptEnd.NeverBegun());
  }

  private AttemptFiles files(int attempt) {
    return AttemptFiles.of(logs, new AttemptKey(new TaskKey("daily", "mine", "first"), attempt));
  }
}
