package io.xephang.cli.run;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.Milestones;
import io.xephang.home.RunMilestones;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.home.WriterLock;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Conducts a run from the lock to the served database. For a home folder one process at a time
 * does: the holder of the run lock.
 */
public final class Conductor {
  private final DeploymentHome home;
  private final JobInstallation jobs;
  private final JobProcess job;
  private final Clock clock;
  private final PrintStream err;
  private final RunRecords records;
  private volatile boolean terminated;

  /**
   * A conductor for a home folder.
   *
   * @param clock in Vietnamese time
   * @param memory most memory of the job's JVM, such as {@code 2g}
   */
  public Conductor(
      DeploymentHome home, JobInstallation jobs, String memory, Clock clock, PrintStream err) {
    this.home = home;
    this.jobs = jobs;
    this.job = new JobProcess(home, jobs, memory, err);
    this.clock = clock;
    this.err = err;
    this.records = new RunRecords(home);
  }

  /**
   * Runs once. When this process is told to end meanwhile, the job ends first and the run is marked
   * as interrupted.
   *
   * @throws LockTaken if another writer is at work
   */
  public Outcome conduct(JobRequest request) throws IOException, InterruptedException, LockTaken {
    home.create();
    LocalDateTime startedAt = LocalDateTime.now(clock);
    String holder =
        "xephang "
            + request.task()
            + ", process "
            + ProcessHandle.current().pid()
            + ", started at "
            + startedAt.truncatedTo(ChronoUnit.SECONDS);
    WriterLock mine = WriterLock.take(home.runLock(), holder);
    try {
      closeInterrupted(startedAt, holder);
      String runId = RunId.startedAt(startedAt);
      Milestones milestones = new RunMilestones(home, runId, clock).andThen(Milestones.provided());
      Serving serving = new Serving(home, Definitions.shipped(), err, milestones);
      serving.catchUp();
      records.save(
          RunRecord.started(
              runId,
              startedAt,
              request.task(),
              request.landing().map(Path::toString).orElse(null)));
      milestones.reached("started");
      err.println("Bắt đầu / Started: " + runId + " (nhật ký / log: " + home.runLog(runId) + ")");
      JobArchive archive = JobArchive.of(jobs, runId, clock.instant());
      int exitCode = runJob(archive, runId, request);
      RunRecord run = ended(runId, exitCode);
      archive.afterRun(run.status() == RunStatus.PUBLISHED);
      return exitCode == ExitCode.DONE && run.status().succeeded()
          ? new Outcome(run, serving.build() ? ExitCode.DONE : ExitCode.FAILED)
          : new Outcome(run, known(exitCode));
    } finally {
      mine.close();
    }
  }

  /**
   * How a run ended.
   *
   * @param exitCode one of {@link ExitCode}
   */
  public record Outcome(RunRecord run, int exitCode) {}

  /** A job may have outlived the command that started it: then it is still the writer. */
  private void closeInterrupted(LocalDateTime now, String holder) throws IOException, LockTaken {
    WriterLock free = WriterLock.take(home.jobLock(), holder);
    try {
      records.closeInterrupted(now);
    } finally {
      free.close();
    }
  }

  private int runJob(JobArchive archive, String runId, JobRequest request)
      throws IOException, InterruptedException {
    Thread ending = new Thread(() -> terminate(archive), "end-run");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      return job.run(archive, runId, request, bytes(request));
    } finally {
      if (!terminated) {
        Runtime.getRuntime().removeShutdownHook(ending);
      }
    }
  }

  /** What has landed since the last run that looked; everything before the first. */
  private long bytes(JobRequest request) throws IOException {
    if (request.landing().isEmpty()) {
      return 0;
    }
    Instant last =
        records.all().stream()
            .filter(run -> run.status().succeeded() && run.landing() != null)
            .map(run -> run.startedAt().atZone(clock.getZone()).toInstant())
            .reduce(Instant.EPOCH, (earlier, later) -> later);
    return LandedBytes.since(last, request.landing().get());
  }

  private void terminate(JobArchive archive) {
    terminated = true;
    job.end();
    try {
      archive.afterRun(false);
      records.closeInterrupted(LocalDateTime.now(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record as the job left it, ended in its place if it died before it could. */
  private RunRecord ended(String runId, int exitCode) throws IOException {
    RunRecord run = records.find(runId).orElseThrow();
    if (run.status() != RunStatus.RUNNING) {
      return run;
    }
    LocalDateTime now = LocalDateTime.now(clock);
    if (terminated) {
      // The thread that ends this process saves it.
      return run.ended(RunStatus.INTERRUPTED, now, "chạy lại để làm tiếp / run again to go on");
    }
    RunRecord ended =
        exitCode > JobProcess.SIGNALS
            ? run.ended(RunStatus.INTERRUPTED, now, signalled(run, exitCode - JobProcess.SIGNALS))
            : run.ended(
                RunStatus.FAILED,
                now,
                exitCode == ExitCode.ANOTHER_WRITER
                    ? "another writer is at work"
                    : "the job ended with exit code " + exitCode + " and did not say why");
    records.save(ended);
    return ended;
  }

  /** The system kills the biggest process when memory runs out. */
  private static String signalled(RunRecord run, int signal) {
    return "the job was killed by signal "
        + signal
        + (run.milestone() == null ? "" : ", after: " + run.milestone())
        + (signal == JobProcess.KILLED
            ? "; if nobody did it, the machine was short of memory: set XEPHANG_JOB_MEMORY lower"
            : "")
        + ". Run again; a publication that it had made stands and is served first";
  }

  private static int known(int exitCode) {
    return exitCode == ExitCode.CHECK_FAILED
            || exitCode == ExitCode.ANOTHER_WRITER
            || exitCode == ExitCode.WRONG_USAGE
        ? exitCode
        : ExitCode.FAILED;
  }
}
