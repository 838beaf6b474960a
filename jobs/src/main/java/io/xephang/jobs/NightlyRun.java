package io.xephang.jobs;

import static org.apache.spark.sql.functions.max;

import io.xephang.home.CheckFinding;
import io.xephang.home.DeploymentHome;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunStatus;
import io.xephang.jobs.audit.RunAudit;
import io.xephang.jobs.compute.ComputationPredicates;
import io.xephang.jobs.compute.Recomputation;
import io.xephang.jobs.ingest.Ingest;
import io.xephang.jobs.ingest.RejectedRows;
import io.xephang.jobs.ingest.StatementsInForce;
import io.xephang.jobs.lake.Lake;
import io.xephang.jobs.lake.LedgerTable;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.jobs.landing.IngestPlan;
import io.xephang.jobs.landing.Intake;
import io.xephang.jobs.landing.Landing;
import io.xephang.jobs.landing.LandingFolder;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.unit.UnitRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run as a transaction: ingest what is new, compute what it touches, audit, publish. Before the
 * publication's row is committed nothing of it can be seen; afterwards all of it can.
 */
public final class NightlyRun {
  private final DeploymentHome home;
  private final Definitions definitions;
  private final Supplier<SparkSession> sessions;
  private final Clock clock;
  private final Progress progress;
  private final Milestones milestones;

  /**
   * A run on this home. The caller holds its lock.
   *
   * @param sessions asked for a session only if there is something to do
   * @param clock in Vietnamese time
   */
  public NightlyRun(
      DeploymentHome home,
      Definitions definitions,
      Supplier<SparkSession> sessions,
      Clock clock,
      Progress progress,
      Milestones milestones) {
    this.home = home;
    this.definitions = definitions;
    this.sessions = sessions;
    this.clock = clock;
    this.progress = progress;
    this.milestones = milestones;
  }

  /**
   * Runs.
   *
   * @throws AuditFailed if a data check fails; nothing is published then
   * @throws io.xephang.jobs.landing.Corrections.Refused if a correction does not fit the ledger
   * @throws IOException if the landing folder or the home cannot be read or written
   * @throws SQLException if the catalog's database cannot be opened
   */
  public RunSummary run(RunRequest request) throws IOException, SQLException {
    PublicationLog publications = new PublicationLog(home);
    try (Lake lake = Lake.open(home, definitions);
        Intake intake = new Intake(home.intake(), request.landing())) {
      Optional<Publication> last = publications.latest();
      lake.settle(last);
      milestones.reached("lake opened");
      Landing found = look(request);
      IngestPlan plan =
          intake.plan(
              LedgerTable.read(lake, last),
              request.corrections(),
              found.files(),
              request.runId(),
              now());
      Landing landing = found.alsoLeftAlone(intake.leftAlone());
      if (request.landing().isPresent()) {
        // Who looked nowhere cannot tell that anything is missing.
        landing = landing.alsoLeftAlone(plan.missing());
      }
      if (last.isEmpty() && plan.isEmpty()) {
        return nothingNew(
            last,
            landing,
            "there is no readable file in "
                + request.landing().map(Path::toString).orElse("the ledger"));
      }
      boolean otherDefinitions =
          last.isPresent() && !last.get().definitions().equals(definitions.digest());
      Optional<LocalDate> asOf = asOf(plan, request);
      if (plan.isEmpty()
          && !otherDefinitions
          && (asOf.isEmpty() || asOf.equals(last.map(Publication::asOf)))) {
        return nothingNew(last, landing, null);
      }
      int files = plan.toRead().size();
      progress.step(
          "khởi động Spark: " + files + " tệp cần đọc",
          "starting Spark: " + files + " files to read");
      NightSize.of(plan, otherDefinitions, last.map(this::dossierBytes).orElse(0L))
          .apply(sessions.get());
      RunBranch branch = new RunBranch(lake, sessions.get(), request.runId(), last, milestones);
      List<LedgerLine> read = refresh(plan, branch, request, last, otherDefinitions);
      progress.step("kiểm tra số liệu", "auditing");
      LocalDate upTo = asOf.orElseGet(() -> newestReport(branch, plan));
      List<CheckFinding> findings =
          new RunAudit(definitions, branch).check(read, upTo, last, request.accepted());
      if (findings.stream().anyMatch(CheckFinding::stops)) {
        throw new AuditFailed(
            new RunSummary(
                RunStatus.CHECK_FAILED,
                upTo,
                null,
                read,
                landing.leftAlone(),
                RejectedRows.of(branch, definitions, request.runId()),
                AuditFailed.message(findings),
                findings));
      }
      Publication publication =
          new Publication(
              last.map(Publication::id).orElse(0L) + 1,
              request.runId(),
              now(),
              upTo,
              definitions.digest(),
              branch.publishable());
      progress.step("công bố số " + publication.id(), "publishing " + publication.id());
      milestones.reached("audited");
      publications.append(publication);
      milestones.reached("published " + publication.id());
      lake.settle(Optional.of(publication));
      milestones.reached("settled");
      return new RunSummary(
          RunStatus.PUBLISHED,
          publication.asOf(),
          publication.id(),
          read,
          landing.leftAlone(),
          List.of(),
          null,
          findings);
    }
  }

  private long dossierBytes(Publication last) {
    Publication.PublishedTable dossiers = last.tables().get("dossier");
    // A publication of an earlier version knows no dossiers.
    return (dossiers == null ? List.<String>of() : dossiers.files())
        .stream()
            .map(home.lake()::resolve)
            .mapToLong(
                file -> {
                  try {
                    return Files.size(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .sum();
  }

  private Landing look(RunRequest request) throws IOException {
    if (request.landing().isEmpty()) {
      return new Landing(List.of(), List.of());
    }
    Path folder = request.landing().get();
    progress.step("xem thư mục " + folder, "looking at the folder");
    return new LandingFolder(folder, definitions).look(LocalDate.now(clock), request.asOf());
  }

  /** Ingests and computes; answers the ledger lines of what was read. */
  private List<LedgerLine> refresh(
      IngestPlan plan,
      RunBranch branch,
      RunRequest request,
      Optional<Publication> last,
      boolean otherDefinitions) {
    SparkSession spark = sessions.get();
    if (last.isEmpty() || otherDefinitions) {
      ComputationPredicates.check(spark, definitions);
    }
    Ingest ingest = new Ingest(spark, definitions, branch, plan, request.runId());
    progress.step("đọc tệp", "reading files");
    UnitRegister described = ingest.run();
    LocalDate asOf = asOf(plan, request).orElseGet(() -> newestReport(branch, plan));
    Map<String, Long> duplicates =
        new Recomputation(
                spark, definitions, branch, StatementsInForce.of(spark, plan.ledger()), progress)
            .run(
                new Recomputation.Changes(
                    described,
                    !plan.changed("units").isEmpty(),
                    plan.changed("catalogs"),
                    new Recomputation.Replaced(
                        of("dossiers", plan.ceased()), of("dossiers", plan.revived())),
                    plan.ledger().stream().anyMatch(line -> line.feed().equals("dossiers")),
                    !plan.changed("reports").isEmpty(),
                    otherDefinitions,
                    asOf,
                    last.map(Publication::asOf)));
    List<LedgerLine> ledger = ingest.ledger(duplicates);
    if (!plan.isEmpty()) {
      branch.replaceAll(LedgerTable.NAME, LedgerTable.rows(spark, definitions, ledger));
    }
    Set<String> readNow =
        plan.toRead().stream().map(Statement::statementId).collect(Collectors.toSet());
    return ledger.stream().filter(line -> readNow.contains(line.statementId())).toList();
  }

  private static List<LedgerLine> of(String feed, List<LedgerLine> lines) {
    return lines.stream().filter(line -> line.feed().equals(feed)).toList();
  }

  private static Optional<LocalDate> asOf(IngestPlan plan, RunRequest request) {
    return request.asOf().or(plan::newestDate);
  }

  /** Where only reports have landed, the newest of them says how far the figures go. */
  private LocalDate newestReport(RunBranch branch, IngestPlan plan) {
    Row newest =
        StatementsInForce.of(sessions.get(), plan.ledger())
            .only(branch.read("report_row"))
            .agg(max("as_of"))
            .first();
    LocalDate today = LocalDate.now(clock);
    return newest.isNullAt(0) || newest.getLocalDate(0).isAfter(today)
        ? today
        : newest.getLocalDate(0);
  }

  private static RunSummary nothingNew(
      Optional<Publication> last, Landing landing, String message) {
    return new RunSummary(
        RunStatus.NOTHING_NEW,
        last.map(Publication::asOf).orElse(null),
        last.map(Publication::id).orElse(null),
        List.of(),
        landing.leftAlone(),
        List.of(),
        message,
        List.of());
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
