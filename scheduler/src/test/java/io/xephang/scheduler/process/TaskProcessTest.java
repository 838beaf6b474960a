package io.xephang.scheduler.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.TaskKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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

  /** What is left of a lost command is killed, but nobody who has its number since. */
  @Test
  void aStrangerWithTheNumberOfTheGroupIsNotKilled() throws Exception {
    Process stranger = new ProcessBuilder("bash", "-c", "set -m; sleep 60 & echo $!; wait").start();
    try {
      long number = Long.parseLong(stranger.inputReader().readLine());
      String born = ProcessMark.of(number).orElseThrow().born();
      assertThat(new ProcessGroup(number, born + "0").signal("KILL")).isFalse();
      assertThat(ProcessMark.of(number)).isPresent();
      assertThat(new ProcessGroup(number, born).signal("KILL")).isTrue();
      stranger.waitFor();
      assertThat(new ProcessGroup(number, born).alive()).isFalse();
    } finally {
      stranger.descendants().forEach(ProcessHandle::destroyForcibly);
      stranger.destroyForcibly();
    }
  }

  @Test
  void theSupervisorTellsTheBirthOfTheCommand() throws Exception {
    TaskProcess process = TaskProcess.start(files(1), "sleep 60", ENVIRONMENT);
    process.begin();
    while (files(1).group().isEmpty()) {
      Thread.sleep(10);
    }
    ProcessGroup group = files(1).group().orElseThrow();
    assertThat(group.born()).isEqualTo(ProcessMark.of(group.number()).orElseThrow().born());
    process.stop();
    assertThat(process.await()).isEqualTo(new AttemptEnd.Exited(143));
    assertThat(group.alive()).isFalse();
  }

  /** A supervisor that nobody collects, as in a container without an init, has ended. */
  @Test
  void aZombieCountsAsDead() throws Exception {
    Process parent = new ProcessBuilder("bash", "-c", "sleep 1 & echo $!; exec sleep 60").start();
    try {
      ProcessMark mark =
          ProcessMark.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
      assertThat(TaskProcess.found(files(1), mark).await()).isEqualTo(new AttemptEnd.NeverBegun());
      assertThat(ProcessStat.of(mark.pid()).ended()).as("it is a zombie").isTrue();
      assertThat(mark.alive()).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aLongLogComesInPartsOfWholeLines() throws Exception {
    assertThat(files(1).logPart(0)).isEmpty();
    List<String> lines = IntStream.range(0, 200_000).mapToObj(i -> "dòng / line " + i).toList();
    files(1).note(String.join("\n", lines));
    List<String> read = new ArrayList<>();
    int parts = 0;
    OptionalLong next = OptionalLong.of(0);
    while (next.isPresent()) {
      LogPart part = files(1).logPart(next.getAsLong()).orElseThrow();
      read.addAll(part.lines());
      next = part.next();
      parts++;
    }
    assertThat(read).isEqualTo(lines);
    assertThat(parts).as("parts of 20,000 lines").isEqualTo(10);
    assertThat(files(1).logPart(1L << 40)).contains(new LogPart(List.of(), OptionalLong.empty()));
  }

  @Test
  void aLineLongerThanAPartIsCutBetweenLetters() throws Exception {
    String line = "a" + "ễ".repeat(500_000);
    files(1).note(line);
    LogPart first = files(1).logPart(0).orElseThrow();
    LogPart second = files(1).logPart(first.next().orElseThrow()).orElseThrow();
    assertThat(String.join("", first.lines()) + String.join("", second.lines())).isEqualTo(line);
    assertThat(second.next()).isEmpty();
  }

  private AttemptFiles files(int attempt) {
    return AttemptFiles.of(logs, new AttemptKey(new TaskKey("daily", "mine", "first"), attempt));
  }
}
