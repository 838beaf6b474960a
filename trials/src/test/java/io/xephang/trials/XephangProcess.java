package io.xephang.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A command {@code xephang} as a process, with the job that it has started. */
final class XephangProcess {
  private static final int PATIENCE_SECONDS = 240;

  private final Process command;
  private final Path sign;
  private final Path output;
  private Optional<ProcessHandle> job = Optional.empty();

  private XephangProcess(Process command, Path sign, Path output) {
    this.command = command;
    this.sign = sign;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param folder for its output and the sign that it has stopped
   * @param stops the milestones, in order, at which it waits to be killed or told to go on
   */
  static XephangProcess start(List<String> command, Path home, Path folder, String... stops)
      throws IOException {
    Path output = Files.createTempFile(Files.createDirectories(folder), "xephang", ".out");
    Path sign = output.resolveSibling(output.getFileName() + ".stopped");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XEPHANG_HOME", home.toString());
    builder.environment().put("XEPHANG_JOB_MEMORY", "1g");
    builder.environment().put("LC_ALL", "C.UTF-8");
    if (stops.length > 0) {
      builder.environment().put(StopAtMilestone.MILESTONES, String.join(",", stops));
      builder.environment().put(StopAtMilestone.SIGN, sign.toString());
    }
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new XephangProcess(builder.start(), sign, output);
  }

  /** Waits until a process has stopped at the next milestone. */
  void awaitStop() throws InterruptedException {
    while (!Files.exists(sign)) {
      if (!command.isAlive() && job().isEmpty()) {
        throw new AssertionError("the run ended before the milestone: " + output());
      }
      Thread.sleep(5);
    }
    findJob();
  }

  /** Lets the process that has stopped go on. */
  void goOn() throws IOException {
    Files.delete(sign);
  }

  long pid() {
    return command.pid();
  }

  boolean isAlive() {
    return command.isAlive();
  }

  /** The Spark job, once it was started and while it lives. */
  Optional<ProcessHandle> job() {
    findJob();
    return job.filter(ProcessHandle::isAlive);
  }

  /** The command's child; of a command that was killed, whatever was its child when it died. */
  private void findJob() {
    if (job.isEmpty()) {
      job = command.children().findFirst();
    }
  }

  /** Kills the command alone. It is stopped first, so that it starts no job unseen meanwhile. */
  void killCommand() throws IOException, InterruptedException {
    if (command.isAlive()) {
      new ProcessBuilder("kill", "-STOP", String.valueOf(command.pid())).start().waitFor();
    }
    findJob();
    command.destroyForcibly().waitFor();
  }

  /** Kills the job, if there is one. */
  void killJob() {
    job()
        .ifPresent(
            running -> {
              running.destroyForcibly();
              running.onExit().join();
            });
  }

  /** Waits until the job that outlived its command has ended. */
  void awaitJob() {
    job().ifPresent(running -> running.onExit().join());
  }

  /** Waits for the end; answers the exit code. */
  int await() throws IOException, InterruptedException {
    if (!command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      findJob();
      killCommand();
      killJob();
      throw new AssertionError("no end after " + PATIENCE_SECONDS + " s: " + output());
    }
    return command.exitValue();
  }

  /** What it has said so far, on both streams. */
  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
