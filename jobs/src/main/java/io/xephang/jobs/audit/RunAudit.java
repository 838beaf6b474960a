package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import io.xephang.home.Publication;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Reference;
import io.xephang.schemas.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything that is checked before a run may publish, as it is declared beside the tables. Only
 * what the run has written is looked at: what it did not touch was checked when it was written.
 */
public final class RunAudit {
  private final Definitions definitions;
  private final RunBranch lake;

  public RunAudit(Definitions definitions, RunBranch lake) {
    this.definitions = definitions;
    this.lake = lake;
  }

  /**
   * Checks.
   *
   * @param read ledger lines of the statements that the run has read
   * @param asOf of the publication in the making
   * @param last the publication before; comparisons need one
   * @param accepted reasons of the operator, by check such as {@code
   *     indicator_interval.rate_jumped}
   * @return all that did not hold; nothing may be published if one of them stops
   */
  public List<CheckFinding> check(
      List<LedgerLine> read,
      LocalDate asOf,
      Optional<Publication> last,
      SortedMap<String, String> accepted) {
    Map<Table, Dataset<Row>> written = new LinkedHashMap<>();
    List<Predicates> rules = new ArrayList<>();
    for (String name : lake.written()) {
      Table table = definitions.table(name);
      written.put(table, lake.changed(name));
      rules.add(TableAudit.of(table, written.get(table)));
    }
    last.map(publication -> new ComparisonAudit(asOf, publication.asOf()))
        .ifPresent(
            comparison ->
                written.forEach(
                    (table, rows) ->
                        comparison
                            .of(table, rows, lake.published(table.name()))
                            .ifPresent(rules::add)));
    // Planning a query takes one core, and longer than its rows do where a night is small.
    ExecutorService other = Executors.newSingleThreadExecutor();
    List<CheckFinding> findings = new ArrayList<>();
    try {
      CompletableFuture<List<CheckFinding>> keys =
          CompletableFuture.supplyAsync(() -> KeyAudit.of(written), other);
      CompletableFuture<List<CheckFinding>> counts =
          CompletableFuture.supplyAsync(() -> countIdentity(read), other);
      List<Predicates.Measured> measured = Predicates.measure(rules);
      measured.forEach(told -> findings.addAll(told.findings()));
      List<CheckFinding> references =
          ReferenceAudit.of(referred(List.copyOf(written.keySet()), measured), lake::read);
      findings.addAll(result(keys));
      findings.addAll(references);
      findings.addAll(result(counts));
    } finally {
      other.shutdownNow();
    }
    findings.replaceAll(
        finding ->
            finding.outcome() == Outcome.FAILED && accepted.containsKey(finding.check())
                ? finding.accepted(accepted.get(finding.check()))
                : finding);
    return findings;
  }

  private static List<CheckFinding> result(CompletableFuture<List<CheckFinding>> audit) {
    try {
      return audit.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private List<CheckFinding> countIdentity(List<LedgerLine> read) {
    return read.isEmpty()
        ? List.of()
        : CountIdentity.of(
            read,
            Stream.of("unit_row", "report_row", "catalog_row", "dossier_message", "progress_step")
                .map(this::statementIds)
                .reduce(Dataset::union)
                .orElseThrow(),
            statementIds("quarantine"));
  }

  /** What the tables refer to: their rules were measured first, in their order. */
  private static List<ReferenceAudit.Referred> referred(
      List<Table> tables, List<Predicates.Measured> measured) {
    List<ReferenceAudit.Referred> referred = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      List<Reference> references = tables.get(i).references();
      for (int j = 0; j < references.size(); j++) {
        referred.add(
            new ReferenceAudit.Referred(
                tables.get(i), references.get(j), measured.get(i).values().get(j)));
      }
    }
    return referred;
  }

  private Dataset<Row> statementIds(String table) {
    return lake.changed(table).select(col("statement_id"));
  }
}
