package io.xephang.cli.run;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Spark job as a child process, one at a time. */
final class JobProcess {
  private static final String MAIN = "io.xephang.jobs.RunJob";
  private static final int PATIENCE_SECONDS = 20;

  /** An exit code above this one is a signal, counted from here. */
  static final int SIGNALS = 128;

  /** The signal that no process can answer. */
  static final int KILLED = 9;

  private final DeploymentHome home;
  private final JobInstallation jobs;
  private final String memory;
  private final PrintStream err;
  private volatile Process process;

  /**
   * A job that is not started yet.
   *
   * @param memory most memory of its JVM, such as {@code 2g}
   * @param err where all its output goes
   */
  JobProcess(DeploymentHome home, JobInstallation jobs, String memory, PrintStream err) {
    this.home = home;
    this.jobs = jobs;
    this.memory = memory;
    this.err = err;
  }

  /**
   * Runs the job to its end.
   *
   * @param bytes how much it will have to read, roughly
   * @return its exit code
   */
  int run(JobArchive archive, String runId, JobRequest request, long bytes)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(archive, runId, request, bytes));
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    builder.redirectErrorStream(true);
    process = builder.start();
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close();
      output.transferTo(err);
    }
    return process.waitFor();
  }

  /** Ends the job if it is running, politely first, and returns when it has ended. */
  void end() {
    Process running = process;
    if (running == null) {
      return;
    }
    // Of the handle: the process's own method would close its output under the reader's hands.
    running.toHandle().destroy();
    try {
      if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(JobArchive archive, String runId, JobRequest request, long bytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    jobs.options(bytes).forEach(file -> command.add("@" + file));
    command.add("-Xmx" + memory);
    command.addAll(archive.options());
    command.addAll(List.of("-cp", jobs.jar().toString(), MAIN));
    command.addAll(List.of("--run-id", runId));
    command.addAll(request.arguments());
    return List.copyOf(command);
  }
}
