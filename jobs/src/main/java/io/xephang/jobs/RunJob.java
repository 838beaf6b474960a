package io.xephang.jobs;

import io.xephang.home.DeploymentHome;
import io.xephang.home.DiskFailure;
import io.xephang.home.ExitCode;
import io.xephang.home.Milestones;
import io.xephang.home.RunMilestones;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.home.WallClock;
import io.xephang.home.WriterLock;
import io.xephang.jobs.landing.Corrections;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  @Option(names = "--landing")
  private Path landing;

  @Option(names = "--run-id", required = true)
  private String runId;

  @Option(names = "--as-of")
  private LocalDate asOf;

  @Option(names = "--withdraw")
  private Set<String> withdrawn = Set.of();

  @Option(names = "--restore")
  private Set<String> restored = Set.of();

  @Option(names = "--retry")
  private boolean retry;

  @Option(names = "--accept")
  private Map<String, String> accepted = Map.of();

  @Option(names = "--expire", split = ",")
  private Set<Long> expired = Set.of();

  private final Clock clock = WallClock.system();
  private final DeploymentHome home = DeploymentHome.fromEnvironment();
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private RunJob() {}

  /** Runs and exits with an {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RunJob()).execute(args));
  }

  @Override
  public Integer call() {
    try {
      home.create();
      return alone();
    } catch (IOException | UncheckedIOException e) {
      err.println(sentence(e));
      return ExitCode.FAILED;
    }
  }

  private int alone() throws IOException {
    // Before the first logger is made: log4j2.properties reads it.
    System.setProperty("xephang.log", home.runLog(runId).toString());
    try (WriterLock held =
        WriterLock.take(
            home.jobLock(),
            "run "
                + runId
                + ", process "
                + ProcessHandle.current().pid()
                + ", since "
                + now().truncatedTo(ChronoUnit.SECONDS))) {
      return locked();
    } catch (WriterLock.LockTaken e) {
      err.println(e.getMessage());
      return ExitCode.ANOTHER_WRITER;
    }
  }

  private int locked() throws IOException {
    RunRecords records = new RunRecords(home);
    RunRecord started =
        records
            .find(runId)
            .orElseGet(() -> RunRecord.started(runId, now(), "run", String.valueOf(landing)));
    records.save(started);
    try {
      if (landing != null && !Files.isDirectory(landing)) {
        throw new IOException(
            landing + " is no folder, expected a landing folder with units/, reports/, catalogs/");
      }
      Milestones milestones = new RunMilestones(home, runId, clock).andThen(Milestones.provided());
      RunSummary summary =
          expired.isEmpty()
              ? nightlyRun(milestones)
              : new PublicationExpiry(home, Definitions.shipped(), clock, milestones)
                  .expire(expired);
      records.save(summary.record(latest(records, started), now()));
      milestones.reached("recorded");
      return ExitCode.DONE;
    } catch (WriterLock.LockTaken e) {
      return ended(records, started, RunStatus.FAILED, e, ExitCode.ANOTHER_WRITER);
    } catch (AuditFailed e) {
      return ended(records, started, RunStatus.CHECK_FAILED, e, ExitCode.CHECK_FAILED);
    } catch (Corrections.Refused e) {
      return ended(records, started, RunStatus.FAILED, e, ExitCode.WRONG_USAGE);
    } catch (Exception | Error e) {
      // Hadoop says by an Error that the disk is full.
      return ended(records, started, RunStatus.FAILED, e, ExitCode.FAILED);
    }
  }

  private RunSummary nightlyRun(Milestones milestones) throws IOException, SQLException {
    return new NightlyRun(
            home,
            Definitions.shipped(),
            () -> SparkSessions.start(home),
            clock,
            new Progress(err, clock),
            milestones)
        .run(
            new RunRequest(
                runId,
                Optional.ofNullable(landing),
                Optional.ofNullable(asOf),
                new Corrections(withdrawn, restored, retry),
                new TreeMap<>(accepted)));
  }

  /** The record with the milestones that the run has passed. */
  private RunRecord latest(RunRecords records, RunRecord started) throws IOException {
    return records.find(runId).orElse(started);
  }

  private int ended(
      RunRecords records, RunRecord started, RunStatus status, Throwable e, int exitCode)
      throws IOException {
    // The user first: on a full disk neither the log nor the record can be written.
    String message = sentence(e);
    if (!(e instanceof AuditFailed)) {
      // Of checks the command tells one by one, from the record.
      err.println(message);
    }
    err.println("Chi tiết / Details: " + home.runLog(runId));
    Logger log = LoggerFactory.getLogger(RunJob.class);
    log.error("run {} {}", runId, status.id(), e);
    RunRecord run = latest(records, started);
    records.save(
        e instanceof AuditFailed failed
            ? failed.summary().record(run, now())
            : run.ended(status, now(), message));
    return exitCode;
  }

  private String sentence(Throwable e) {
    return DiskFailure.sentence(home, e)
        .orElse(e.getMessage() == null ? e.toString() : e.getMessage());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
