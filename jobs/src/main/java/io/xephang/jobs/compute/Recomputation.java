package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.xephang.jobs.Days;
import io.xephang.jobs.KeptRows;
import io.xephang.jobs.Progress;
import io.xephang.jobs.SparkSchema;
import io.xephang.jobs.conform.CatalogIntervals;
import io.xephang.jobs.conform.DossierConformance;
import io.xephang.jobs.conform.DossierConformance.Changed;
import io.xephang.jobs.conform.HandlingUnits;
import io.xephang.jobs.conform.Services;
import io.xephang.jobs.conform.UnitCalendar;
import io.xephang.jobs.ingest.StatementsInForce;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings the derived tables of a branch up to date with its feeds: services, catalogs in force,
 * units, values, rankings. The work is that of what changed; the result is the same as if
 * everything were computed from nothing.
 */
public final class Recomputation {
  private static final List<String> SNAPSHOT = List.of("unit_code", "scope_code", "snapshot_date");

  private final SparkSession spark;
  private final Definitions definitions;
  private final RunBranch lake;
  private final StatementsInForce inForce;
  private final Progress progress;

  public Recomputation(
      SparkSession spark,
      Definitions definitions,
      RunBranch lake,
      StatementsInForce inForce,
      Progress progress) {
    this.spark = spark;
    this.definitions = definitions;
    this.lake = lake;
    this.inForce = inForce;
    this.progress = progress;
  }

  /**
   * What the feeds of a run changed.
   *
   * @param described the units as the units feed describes them now
   * @param units whether it does so in another way than before
   * @param catalogs statements of catalogs that came into force or ceased to be
   * @param dossiers statements of dossiers whose rows ceased to count, and that count again
   * @param hasDossiers whether any were ever delivered
   * @param reports whether reports changed
   * @param everything whether the definitions did, so that nothing computed before stands
   * @param asOf how far the figures go
   * @param asOfBefore how far those of the last publication go
   */
  public record Changes(
      UnitRegister described,
      boolean units,
      List<LedgerLine> catalogs,
      Replaced dossiers,
      boolean hasDossiers,
      boolean reports,
      boolean everything,
      LocalDate asOf,
      Optional<LocalDate> asOfBefore) {
    private Set<LocalDate> catalogDates() {
      return datesOf(catalogs);
    }

    private PeriodRecomputation.Horizon horizon() {
      return new PeriodRecomputation.Horizon(asOf, everything ? Optional.empty() : asOfBefore);
    }
  }

  /** Statements that ceased to count without being read anew, and that count again. */
  public record Replaced(List<LedgerLine> ceased, List<LedgerLine> revived) {}

  /**
   * Computes what the changes touch.
   *
   * @return how many rows of a statement that was read are duplicates, as far as that shows only
   *     now
   */
  public Map<String, Long> run(Changes changes) {
    progress.step("chuẩn hóa danh mục", "conforming catalogs");
    Dataset<Row> touchedSnapshots = KeptRows.of(touchedSnapshots(changes));
    Touched.Builder building = new Touched.Builder();
    for (Row row :
        touchedSnapshots.groupBy("scope_code").agg(min("snapshot_date")).collectAsList()) {
      building.scope(row.getString(0), row.getLocalDate(1));
    }
    Dataset<Row> snapshots = KeptRows.of(conformServices(touchedSnapshots, changes.catalogDates()));
    UnitRegister referenced = changes.described().withReferenced(referencedUnits(snapshots));
    List<Row> unitsBefore = lake.read("unit").collectAsList();
    Set<String> changedScopes =
        UnitTable.changedScopes(
            changes.everything() ? List.of() : unitsBefore, unitRows(referenced));
    changedScopes.forEach(building::wholeScope);
    if (changes.reports() || !changedScopes.isEmpty()) {
      building.reports();
    }
    Touched touched = building.build();
    Dataset<Row> calendar = UnitCalendar.of(spark, referenced);
    if (!touched.scopes().isEmpty()) {
      lake.replace(
          "catalog_snapshot",
          isIn("scope_code", touched.scopes()),
          CatalogIntervals.of(snapshots.where(isIn("scope_code", touched.scopes())), calendar));
    }
    PeriodRecomputation periods = new PeriodRecomputation(spark, definitions, lake);
    Optional<LocalDate> countedFrom = Optional.empty();
    Map<String, Long> duplicates = Map.of();
    UnitRegister register = referenced;
    if (changes.hasDossiers()) {
      progress.step("chuẩn hóa hồ sơ", "conforming dossiers");
      DossierConformance conformance =
          new DossierConformance(lake, definitions.table("dossier"), inForce);
      Changed changed = conformDossiers(conformance, changes, touched, calendar);
      duplicates = changed.duplicates();
      progress.step("đếm hồ sơ", "counting dossiers");
      countedFrom = periods.count(changed, changes.horizon());
      register = referenced.withReferenced(periods.units());
    }
    List<Row> units = unitRows(register);
    if (!Set.copyOf(units).equals(Set.copyOf(unitsBefore))) {
      lake.replaceAll(
          "unit", spark.createDataFrame(units, SparkSchema.of(definitions.table("unit"))));
    }
    if (!touched.isEmpty()) {
      progress.step("tính các chỉ số", "computing indicators");
      Set<String> parts = computeValues(touched, register, calendar);
      progress.step("xếp hạng", "ranking");
      rank(touched, parts, register);
    }
    if (changes.hasDossiers()) {
      Optional<LocalDate> from = periodsFrom(changes, touched, changedScopes, countedFrom);
      if (from.isPresent()) {
        progress.step("tính chỉ số theo kỳ", "computing periods");
        periods.compute(from.get(), changes.horizon(), register, calendar);
      }
    }
    return duplicates;
  }

  private List<Row> unitRows(UnitRegister register) {
    return UnitTable.rows(register, definitions.table("unit"));
  }

  private Changed conformDossiers(
      DossierConformance conformance, Changes changes, Touched touched, Dataset<Row> calendar) {
    return conformance.run(
        new DossierConformance.Changes(
            statementIds(changes.dossiers().ceased()),
            statementIds(changes.dossiers().revived()),
            datesOf(changes.dossiers().revived()),
            touched.changedFrom(),
            changes.units(),
            changes.everything()),
        new DossierConformance.Lookups(
            HandlingUnits.names(spark, changes.described()),
            CatalogIntervals.rolledUp(
                lake.read("catalog_snapshot").where(CatalogIntervals.isEverInForce()), calendar),
            lake.read("service")));
  }

  /** The first day from which on a period may have other figures. */
  private static Optional<LocalDate> periodsFrom(
      Changes changes,
      Touched touched,
      Set<String> changedScopes,
      Optional<LocalDate> countedFrom) {
    if (changes.everything() || !changedScopes.isEmpty()) {
      return Optional.of(Days.BEGINNING);
    }
    // A period that was still running goes on.
    Optional<LocalDate> ranOn =
        changes.asOfBefore().filter(before -> !before.equals(changes.asOf()));
    return Stream.concat(
            touched.changedFrom().values().stream(),
            Stream.concat(countedFrom.stream(), ranOn.stream()))
        .min(LocalDate::compareTo);
  }

  private static Set<LocalDate> datesOf(List<LedgerLine> lines) {
    return lines.stream().map(LedgerLine::statementDate).collect(Collectors.toSet());
  }

  private static List<String> statementIds(List<LedgerLine> lines) {
    return lines.stream().map(LedgerLine::statementId).toList();
  }

  /** The snapshots that any of the changed statements has rows of. */
  private Dataset<Row> touchedSnapshots(Changes changes) {
    Dataset<Row> statements =
        spark
            .createDataset(statementIds(changes.catalogs()), Encoders.STRING())
            .toDF("statement_id");
    return lake.read("catalog_row")
        .where(col("snapshot_date").isin(changes.catalogDates().toArray()))
        .join(broadcast(statements), names(List.of("statement_id")), "left_semi")
        .select(columns(SNAPSHOT))
        .distinct();
  }

  /**
   * Writes the services of the touched snapshots.
   *
   * @return unit_code, scope_code, snapshot_date of every snapshot that is known afterwards
   */
  private Dataset<Row> conformServices(Dataset<Row> touched, Set<LocalDate> dates) {
    Dataset<Row> known = lake.read("catalog_snapshot").select(columns(SNAPSHOT)).distinct();
    if (dates.isEmpty()) {
      return known;
    }
    Dataset<Row> services =
        Services.of(
            inForce
                .only(lake.read("catalog_row").where(col("snapshot_date").isin(dates.toArray())))
                .join(broadcast(touched), names(SNAPSHOT), "left_semi"));
    Column months = monthsOf(dates);
    lake.replace(
        "service",
        months,
        lake.read("service")
            .where(months)
            .join(broadcast(touched), names(SNAPSHOT), "left_anti")
            .unionByName(services));
    Dataset<Row> now =
        lake.read("service")
            .where(col("snapshot_date").isin(dates.toArray()))
            .join(broadcast(touched), names(SNAPSHOT), "left_semi")
            .select(columns(SNAPSHOT))
            .distinct();
    return known.join(broadcast(touched), names(SNAPSHOT), "left_anti").unionByName(now);
  }

  /** Codes that catalogs or reports speak of. */
  private Collection<String> referencedUnits(Dataset<Row> snapshots) {
    Set<String> codes = new TreeSet<>();
    snapshots
        .select("unit_code")
        .union(inForce.only(lake.read("report_row")).select("unit_code"))
        .distinct()
        .collectAsList()
        .forEach(row -> codes.add(row.getString(0)));
    return codes;
  }

  /** Writes indicator_interval; answers the parts that it wrote. */
  private Set<String> computeValues(Touched touched, UnitRegister register, Dataset<Row> calendar) {
    Set<String> parts = new TreeSet<>(touched.parts());
    Dataset<Row> before = lake.read("indicator_interval");
    Dataset<Row> reported = null;
    if (touched.reports()) {
      reported = KeptRows.of(ReportedValues.of(inForce.only(lake.read("report_row")), calendar));
      before
          .where(col("basis").equalTo("reported"))
          .select("part")
          .union(reported.select("part"))
          .distinct()
          .collectAsList()
          .forEach(row -> parts.add(row.getString(0)));
    }
    Dataset<Row> old = before.where(isIn("part", parts));
    Dataset<Row> oldReported = old.where(col("basis").equalTo("reported"));
    Dataset<Row> oldComputed = old.where(col("basis").equalTo("computed"));
    Dataset<Row> computed =
        touched.scopes().isEmpty()
            ? oldComputed
            : computedValues(oldComputed, touched, register, calendar);
    lake.replace(
        "indicator_interval",
        isIn("part", parts),
        computed.unionByName(reported == null ? oldReported : reported));
    return parts;
  }

  private Dataset<Row> computedValues(
      Dataset<Row> old, Touched touched, UnitRegister register, Dataset<Row> calendar) {
    Dataset<Row> catalogs =
        KeptRows.of(
            lake.read("catalog_snapshot")
                .where(isIn("scope_code", touched.scopes()))
                .where(CatalogIntervals.isEverInForce()));
    AsOfIndicators.Plan planned =
        AsOfIndicators.plan(catalogs, calendar, broadcast(touched.scopes(spark)));
    AsOfIndicators.Plan plan =
        new AsOfIndicators.Plan(KeptRows.of(planned.slots()), KeptRows.of(planned.recomputed()));
    Dataset<Row> slots = plan.slots();
    Object[] sourceDates =
        slots.select("source_date").distinct().collectAsList().stream()
            .map(row -> row.getLocalDate(0))
            .toArray();
    Dataset<Row> fresh =
        AsOfIndicators.values(
            slots,
            lake.read("service")
                .where(
                    col("snapshot_date")
                        .isin(sourceDates)
                        .and(isIn("scope_code", touched.scopes()))),
            catalogIndicators());
    Dataset<Row> oldUnits = old.where(isNational().equalTo(false));
    Column isTouched = isIn("scope", touched.scopes());
    Dataset<Row> scoped = oldUnits.withColumn("scope", col("unit_code").substr(1, 3));
    Dataset<Row> units =
        KeptRows.of(
            scoped
                .where(isTouched.equalTo(false))
                .drop("scope")
                .unionByName(
                    ChangeDates.kept(
                        scoped.where(isTouched).drop("scope"),
                        plan.recomputed(),
                        List.of("unit_code")))
                .unionByName(fresh));
    NationalSums.Sums sums =
        NationalSums.of(
            units.where(col("part").equalTo(Touched.NATIONAL_PART)),
            PeerGroups.summands(spark, register),
            touched.parts(spark));
    return units
        .unionByName(
            ChangeDates.kept(old.where(isNational()), sums.recomputed(), List.of("unit_code")))
        .unionByName(sums.values());
  }

  private void rank(Touched touched, Set<String> parts, UnitRegister register) {
    Dataset<Row> toRank = touched.parts(spark).withColumn("basis", lit("computed"));
    if (touched.reports()) {
      toRank =
          toRank.unionByName(
              spark
                  .createDataset(List.copyOf(parts), Encoders.STRING())
                  .toDF("part")
                  .withColumn("changed_from", lit(Days.BEGINNING))
                  .withColumn("basis", lit("reported")));
    }
    toRank = broadcast(toRank);
    Dataset<Row> members = PeerGroups.members(spark, register).where(isIn("part", parts));
    Rankings.Ranked ranked =
        Rankings.of(
            KeptRows.of(lake.read("indicator_interval").where(isIn("part", parts))),
            members,
            toRank,
            definitions.indicators().values());
    Dataset<Row> old = lake.read("ranking_interval").where(isIn("part", parts));
    List<String> key = List.of("basis", "part");
    lake.replace(
        "ranking_interval",
        isIn("part", parts),
        old.join(toRank, names(key), "left_anti")
            .unionByName(
                ChangeDates.kept(
                    old.join(toRank, names(key), "left_semi"),
                    ranked.recomputed(),
                    Rankings.SERIES))
            .unionByName(ranked.rankings()));
  }

  private List<Indicator> catalogIndicators() {
    return definitions.indicators().values().stream()
        .filter(
            indicator ->
                indicator
                    .computation()
                    .filter(how -> how.rows() == Computation.Rows.CATALOG)
                    .isPresent())
        .toList();
  }

  private static Column isNational() {
    return col("unit_code").startsWith(Touched.NATIONAL_PART);
  }

  private static Column isIn(String column, Set<String> values) {
    return col(column).isin(values.toArray());
  }

  /** The whole months around some days: what a partition by month holds. */
  private static Column monthsOf(Set<LocalDate> dates) {
    Set<YearMonth> distinct = new TreeSet<>();
    dates.forEach(date -> distinct.add(YearMonth.from(date)));
    List<Column> ranges = new ArrayList<>();
    for (YearMonth month : distinct) {
      ranges.add(
          col("snapshot_date")
              .geq(lit(month.atDay(1)))
              .and(col("snapshot_date").lt(lit(month.plusMonths(1).atDay(1)))));
    }
    return ranges.stream().reduce(Column::or).orElseThrow();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static Seq<String> names(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }
}
