package io.xephang.jobs;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.home.WallClock;
import io.xephang.home.WriterLock;
import io.xephang.jobs.audit.AuditFailed;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The process that writes the lake. It holds the lock itself, since it may outlive the command that
 * started it, keeps the record of the run, and says by its exit code what came of it.
 */
@CommandLine.Command(name = "run-job")
public final class RunJob implements Callable<Integer> {
  @Option(names = "--landing", required = true)
  private Path landing;

  @Option(names = "--run-id", required = true)
  private String runId;

  @Option(names = "--as-of")
  private LocalDate asOf;

  private final Clock clock = WallClock.system();
  private final DeploymentHome home = DeploymentHome.fromEnvironment();
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private RunJob() {}

  /** Runs and exits with an {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RunJob()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    home.create();
    // Before the first logger is made: log4j2.properties reads it.
    System.setProperty("xephang.log", home.runLog(runId).toString());
    try (WriterLock held =
        WriterLock.take(
            home.jobLock(),
            "run " + runId + ", process " + ProcessHandle.current().pid() + ", since " + now())) {
      return locked();
    } catch (WriterLock.LockTaken e) {
      err.println(e.getMessage());
      return ExitCode.ANOTHER_WRITER;
    }
  }

  private int locked() throws IOException {
    RunRecords records = new RunRecords(home);
    RunRecord started =
        records.find(runId).orElse(RunRecord.started(runId, now(), landing.toString()));
    records.save(started);
    try {
      if (!Files.isDirectory(landing)) {
        throw new IOException(
            landing + " is no folder, expected a landing folder with units/, reports/, catalogs/");
      }
      RunSummary summary =
          new NightlyRun(
                  home,
                  Definitions.shipped(),
                  () -> SparkSessions.start(home),
                  clock,
                  new Progress(err, clock))
              .run(new RunRequest(runId, landing, Optional.ofNullable(asOf)));
      records.save(summary.record(started, now()));
      return ExitCode.DONE;
    } catch (AuditFailed e) {
      return ended(records, started, RunStatus.CHECK_FAILED, e, ExitCode.CHECK_FAILED);
    } catch (Exception e) {
      return ended(records, started, RunStatus.FAILED, e, ExitCode.FAILED);
    }
  }

  private int ended(
      RunRecords records, RunRecord started, RunStatus status, Exception e, int exitCode)
      throws IOException {
    Logger log = LoggerFactory.getLogger(RunJob.class);
    log.error("run {} {}", runId, status.id(), e);
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    records.save(started.ended(status, now(), message));
    err.println(message);
    err.println("Details: " + home.runLog(runId));
    return exitCode;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
