package io.xephang.scheduler.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.TaskKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  @Test
  void whatHasTheNumberOfALostCommandNowIsLeftAlone() throws Exception {
    // A group of its own, which the files name with another time of birth than it has.
    Process stranger = new ProcessBuilder("setsid", "sleep", "613").start();
    try {
      ProcessMark living = ProcessMark.of(stranger.pid()).orElseThrow();
      AttemptFiles files = files(1);
      files.prepare();
      Files.createFile(files.base().resolveSibling("attempt=1.begun"));
      Files.writeString(files.base().resolveSibling("attempt=1.group"), stranger.pid() + " 1\n");
      String boot = living.born().substring(0, living.born().indexOf(' '));
      TaskProcess lost = TaskProcess.found(files, new ProcessMark(living.pid(), boot + " 1"));

      assertThat(lost.await()).isEqualTo(new AttemptEnd.Lost());
      assertThat(stranger.waitFor(500, TimeUnit.MILLISECONDS))
          .as("the process of somebody else has been killed")
          .isFalse();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aCommandIsKnownByItsNumberAndBirthAndKeepsItsVariables() throws Exception {
    AttemptFiles files = files(1);
    TaskProcess process =
        TaskProcess.start(
            files,
            "test \"$line\" = mine && exec sleep 613",
            Map.of("PATH", System.getenv("PATH"), "line", "mine"));
    process.begin();
    while (files.group().isEmpty()) {
      Thread.sleep(10);
    }
    CommandGroup group = files.group().orElseThrow();
    assertThat(ProcessMark.of(group.number()).orElseThrow().born())
        .endsWith(" " + group.born().orElseThrow());
    assertThat(group.replaced()).isFalse();
    process.stop();
    assertThat(process.await()).isEqualTo(new AttemptEnd.Exited(143));
  }

  private AttemptFiles files(int attempt) {
    return AttemptFiles.of(logs, new AttemptKey(new TaskKey("daily", "mine", "first"), attempt));
  }
}
