package io.xephang.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunStatus;
import io.xephang.jobs.audit.AuditFailed;
import io.xephang.jobs.audit.CountIdentity;
import io.xephang.jobs.audit.Finding;
import io.xephang.jobs.audit.TableAudit;
import io.xephang.jobs.compute.CatalogPredicates;
import io.xephang.jobs.compute.Recomputation;
import io.xephang.jobs.ingest.Ingest;
import io.xephang.jobs.ingest.StatementsInForce;
import io.xephang.jobs.lake.Lake;
import io.xephang.jobs.lake.LedgerTable;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.jobs.landing.ContentDigest;
import io.xephang.jobs.landing.IngestPlan;
import io.xephang.jobs.landing.Landing;
import io.xephang.jobs.landing.LandingFolder;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.jobs.landing.Statement;
import io.xephang.jobs.landing.StatementStatus;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Check;
import io.xephang.schemas.unit.UnitRegister;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
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
      Progress progress) {
    this.home = home;
    this.definitions = definitions;
    this.sessions = sessions;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @throws AuditFailed if a data check fails; nothing is published then
   * @throws IOException if the landing folder or the home cannot be read or written
   * @throws SQLException if the catalog's database cannot be opened
   */
  public RunSummary run(RunRequest request) throws IOException, SQLException {
    PublicationLog publications = new PublicationLog(home);
    try (Lake lake = Lake.open(home, definitions)) {
      Optional<Publication> last = publications.latest();
      lake.settle(last);
      progress.step("looking at " + request.landing());
      Landing found =
          new LandingFolder(request.landing(), definitions)
              .look(LocalDate.now(clock), request.asOf());
      IngestPlan plan =
          IngestPlan.of(
              LedgerTable.read(lake, last),
              found.files(),
              ContentDigest::of,
              request.runId(),
              now());
      Landing landing = found.alsoLeftAlone(plan.lost());
      if (last.isEmpty() && plan.isEmpty()) {
        return nothingNew(last, landing, "there is no readable file in " + request.landing());
      }
      boolean otherDefinitions =
          last.isPresent() && !last.get().definitions().equals(definitions.digest());
      Optional<LocalDate> asOf = request.asOf().or(plan::newestDate);
      if (plan.isEmpty()
          && !otherDefinitions
          && (asOf.isEmpty() || asOf.equals(last.map(Publication::asOf)))) {
        return nothingNew(last, landing, null);
      }
      progress.step("starting Spark: " + plan.toRead().size() + " files to read");
      RunBranch branch = new RunBranch(lake, sessions.get(), request.runId(), last);
      List<LedgerLine> read = refresh(plan, branch, request, otherDefinitions);
      progress.step("auditing");
      String warnings = audit(branch, read);
      Publication publication =
          new Publication(
              last.map(Publication::id).orElse(0L) + 1,
              request.runId(),
              now(),
              asOf.orElseGet(() -> newestReport(branch)),
              definitions.digest(),
              branch.publishable());
      progress.step("publishing " + publication.id());
      publications.append(publication);
      lake.settle(Optional.of(publication));
      return new RunSummary(
          RunStatus.PUBLISHED,
          publication.asOf(),
          publication.id(),
          read,
          landing.leftAlone(),
          warnings);
    }
  }

  /** Ingests and computes; answers the ledger lines of what was read. */
  private List<LedgerLine> refresh(
      IngestPlan plan, RunBranch branch, RunRequest request, boolean otherDefinitions) {
    SparkSession spark = sessions.get();
    CatalogPredicates.check(spark, definitions);
    if (plan.isEmpty() && !otherDefinitions) {
      return List.of();
    }
    Ingest ingest = new Ingest(spark, definitions, branch, plan, request.runId());
    progress.step("reading files");
    UnitRegister described = ingest.run();
    List<LedgerLine> ledger = ingest.ledger();
    branch.replaceAll(LedgerTable.NAME, LedgerTable.rows(spark, definitions, ledger));
    List<LedgerLine> catalogs = changed(plan, "catalogs");
    new Recomputation(spark, definitions, branch, StatementsInForce.of(spark, ledger), progress)
        .run(
            new Recomputation.Changes(
                described,
                catalogs.stream().map(LedgerLine::statementId).toList(),
                catalogs.stream().map(LedgerLine::statementDate).collect(Collectors.toSet()),
                !changed(plan, "reports").isEmpty(),
                otherDefinitions));
    Set<String> readNow =
        plan.toRead().stream().map(Statement::statementId).collect(Collectors.toSet());
    return ledger.stream().filter(line -> readNow.contains(line.statementId())).toList();
  }

  /** Statements of a feed that came into force in this run or ceased to be. */
  private static List<LedgerLine> changed(IngestPlan plan, String feed) {
    Set<String> toRead =
        plan.toRead().stream().map(Statement::statementId).collect(Collectors.toSet());
    return Stream.concat(
            plan.ledger().stream().filter(line -> toRead.contains(line.statementId())),
            plan.ceased().stream())
        .filter(line -> line.feed().equals(feed))
        .toList();
  }

  /**
   * Checks what the run has written.
   *
   * @return warnings, for the record of the run; null if there are none
   */
  private String audit(RunBranch branch, List<LedgerLine> read) {
    List<Finding> findings = new ArrayList<>();
    for (String name : branch.written()) {
      findings.addAll(TableAudit.of(definitions.table(name), branch.read(name)));
    }
    if (!read.isEmpty()) {
      Object[] statements = read.stream().map(LedgerLine::statementId).toArray();
      findings.addAll(
          CountIdentity.of(
              read,
              Stream.of("unit_row", "report_row", "catalog_row")
                  .map(table -> statementIds(branch, table, statements))
                  .reduce(Dataset::union)
                  .orElseThrow(),
              statementIds(branch, "quarantine", statements)));
    }
    List<Finding> failures =
        findings.stream().filter(finding -> finding.severity() == Check.Severity.FAIL).toList();
    if (!failures.isEmpty()) {
      throw new AuditFailed(failures);
    }
    return findings.isEmpty()
        ? null
        : findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
  }

  private static Dataset<Row> statementIds(RunBranch branch, String table, Object[] statements) {
    return branch.read(table).where(col("statement_id").isin(statements)).select("statement_id");
  }

  /** Where only reports have landed, the newest of them says how far the figures go. */
  private LocalDate newestReport(RunBranch branch) {
    Dataset<Row> inForce =
        branch.read(LedgerTable.NAME).where(col("status").equalTo(StatementStatus.INGESTED.id()));
    Row newest =
        branch
            .read("report_row")
            .as("report")
            .join(
                inForce.as("statement"),
                col("report.statement_id").equalTo(col("statement.statement_id")),
                "left_semi")
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
        message);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
