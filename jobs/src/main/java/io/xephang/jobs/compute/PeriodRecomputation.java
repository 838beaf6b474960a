package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.xephang.jobs.Days;
import io.xephang.jobs.KeptRows;
import io.xephang.jobs.conform.CatalogIntervals;
import io.xephang.jobs.conform.DossierConformance.Changed;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the period indicators up to date with the dossiers: the counts of the months that differ,
 * then the values and rankings of every period that ends in the first of these months or later,
 * since what is open is carried over.
 */
final class PeriodRecomputation {
  private final SparkSession spark;
  private final Definitions definitions;
  private final RunBranch lake;

  PeriodRecomputation(SparkSession spark, Definitions definitions, RunBranch lake) {
    this.spark = spark;
    this.definitions = definitions;
    this.lake = lake;
  }

  /**
   * How far the figures go.
   *
   * @param asOf of the publication in the making
   * @param before that of the last one; empty if there is none, or nothing of it stands
   */
  record Horizon(LocalDate asOf, Optional<LocalDate> before) {
    /** Whether what had happened by the last date has still happened. */
    boolean goesOn() {
      return before.isPresent() && !asOf.isBefore(before.get());
    }
  }

  /**
   * Counts the dossiers.
   *
   * @return the first day of the first month of which a count is different; empty if none is
   */
  Optional<LocalDate> count(Changed changed, Horizon horizon) {
    boolean anew =
        !horizon.goesOn() || lake.isNew("dossier_count") || hadDossiersAfterItsAsOfDate();
    Dataset<Row> weighted =
        anew
            ? lake.read("dossier").withColumn("weight", lit(1L))
            : changed
                .after()
                .withColumn("weight", lit(1L))
                .unionByName(changed.before().withColumn("weight", lit(-1L)));
    Dataset<Row> counts =
        KeptRows.of(
            DossierCounts.of(weighted, indicators(Computation.Rows::areDossiers), horizon.asOf()));
    Dataset<Row> months = KeptRows.of(ProcedureMonths.of(weighted, horizon.asOf()));
    if (anew) {
      lake.replaceAll("dossier_count", counts);
      lake.replaceAll("procedure_month", months);
      return Optional.of(Days.BEGINNING);
    }
    Dataset<Row> old = lake.read("dossier_count");
    Set<LocalDate> touched = monthsOf(counts);
    touched.addAll(monthsOf(old.where(col("day").leq(lit(horizon.asOf())))));
    write(
        "dossier_count",
        touched,
        rows -> DossierCounts.added(DossierCounts.asOf(rows.unionByName(counts), horizon.asOf())));
    Set<LocalDate> received = monthsOf(months);
    write("procedure_month", received, rows -> ProcedureMonths.added(rows.unionByName(months)));
    touched.addAll(received);
    return touched.stream().min(LocalDate::compareTo);
  }

  /** Whoever went back to an earlier date left out of the months what was received after it. */
  private boolean hadDossiersAfterItsAsOfDate() {
    return !lake.read("dossier_count")
        .where(col("measure").equalTo(DossierCounts.EVERY).and(col("day").isNotNull()))
        .isEmpty();
  }

  private void write(
      String table, Set<LocalDate> months, Function<Dataset<Row>, Dataset<Row>> change) {
    if (!months.isEmpty()) {
      Column where = col("month").isin(months.toArray());
      lake.replace(table, where, change.apply(lake.read(table).where(where)));
    }
  }

  /** The units that handle dossiers, and those above them. */
  Set<String> units() {
    Set<String> codes = new TreeSet<>();
    lake.read("dossier_count")
        .where(
            col("measure")
                .equalTo(DossierCounts.EVERY)
                .and(col("unit_code").startsWith(Touched.NATIONAL_PART).equalTo(false)))
        .select("unit_code")
        .distinct()
        .collectAsList()
        .forEach(row -> codes.add(row.getString(0)));
    return codes;
  }

  /**
   * Computes and ranks every period that ends on or after a day.
   *
   * @param changedFrom first day on which anything is different
   */
  void compute(
      LocalDate changedFrom, Horizon horizon, UnitRegister register, Dataset<Row> calendar) {
    Dataset<Row> counts = KeptRows.of(lake.read("dossier_count").where(col("day").isNull()));
    Row range =
        counts
            .where(
                col("measure")
                    .equalTo(DossierCounts.COUNTED)
                    .and(col("came").gt(0).or(col("went").gt(0))))
            .agg(min("month"), max("month"))
            .first();
    LocalDate first = range.isNullAt(0) ? null : range.getLocalDate(0);
    LocalDate from = orRangeChanged(changedFrom, first == null ? null : range.getLocalDate(1));
    Dataset<Row> periods =
        first == null
            ? Periods.of(spark, horizon.asOf(), horizon.asOf(), from, horizon.asOf()).limit(0)
            : KeptRows.of(Periods.of(spark, first, range.getLocalDate(1), from, horizon.asOf()));
    Dataset<Row> values =
        KeptRows.of(
            PeriodValues.overDossiers(counts, periods, indicators(Computation.Rows::areDossiers))
                .unionByName(
                    PeriodValues.overServices(
                        catalogs(periods, calendar),
                        lake.read("procedure_month"),
                        periods,
                        indicators(rows -> rows == Computation.Rows.SERVICES_OF_PERIOD))));
    replace("period_value", from, values);
    replace("period_ranking", from, ranked(values, register));
  }

  /**
   * The first day of what has to be computed: months between the last one that has figures and the
   * last one that had come or go as a whole, though nothing happened in them.
   */
  private LocalDate orRangeChanged(LocalDate changedFrom, LocalDate lastMonth) {
    Row before =
        lake.read("period_value")
            .where(col("period_type").equalTo(PeriodType.MONTH.id()))
            .agg(max("period_start"))
            .first();
    if (before.isNullAt(0) || lastMonth == null) {
      return Days.BEGINNING;
    }
    LocalDate lastBefore = before.getLocalDate(0);
    if (lastBefore.equals(lastMonth)) {
      return changedFrom;
    }
    LocalDate next = (lastBefore.isBefore(lastMonth) ? lastBefore : lastMonth).plusMonths(1);
    return next.isBefore(changedFrom) ? next : changedFrom;
  }

  /** Every root of every catalog, own or rolled up, on the last days of the periods. */
  private Dataset<Row> catalogs(Dataset<Row> periods, Dataset<Row> calendar) {
    Dataset<Row> inForce = lake.read("catalog_snapshot").where(CatalogIntervals.isEverInForce());
    Dataset<Row> sources =
        inForce
            .where(col("unit_code").notEqual(col("scope_code")))
            .withColumn("source_unit", col("unit_code"))
            .unionByName(CatalogIntervals.rolledUp(inForce, calendar))
            .join(
                broadcast(periods.select("data_date").distinct()),
                ChangeDates.holdsOn(col("valid_from"), col("valid_to"), col("data_date")))
            .select(
                col("unit_code"),
                col("data_date"),
                col("source_unit"),
                col("snapshot_date").as("source_date"));
    Object[] dates =
        sources.select("source_date").distinct().collectAsList().stream()
            .map(row -> row.getLocalDate(0))
            .toArray();
    return AsOfIndicators.roots(
        sources,
        lake.read("service").where(col("snapshot_date").isin(dates)),
        List.of("unit_code", "data_date"));
  }

  private Dataset<Row> ranked(Dataset<Row> values, UnitRegister register) {
    Dataset<Row> held =
        values
            .withColumn("basis", lit("computed"))
            .withColumn("valid_from", col("period_start"))
            .withColumn("valid_to", date_add(col("period_end"), 1))
            .withColumn("printed_value", lit(null).cast("string"));
    return Rankings.ofPeriods(
            held, PeerGroups.members(spark, register), definitions.indicators().values())
        .withColumn("period_start", col("valid_from"))
        .withColumn("period_end", date_sub(col("valid_to"), 1))
        .drop("basis", "valid_from", "valid_to", "printed_value");
  }

  /** Replaces what ends on or after a day; a partition holds all periods that begin in a month. */
  private void replace(String table, LocalDate from, Dataset<Row> rows) {
    Column where = col("period_start").geq(lit(PeriodType.MONTH.firstDay(from)));
    for (PeriodType type : List.of(PeriodType.QUARTER, PeriodType.YEAR)) {
      LocalDate start = type.firstDay(from);
      where =
          where.or(
              col("period_start")
                  .geq(lit(start))
                  .and(col("period_start").lt(lit(start.plusMonths(1)))));
    }
    lake.replace(
        table,
        where,
        lake.read(table).where(where.and(col("period_end").lt(lit(from)))).unionByName(rows));
  }

  private List<Indicator> indicators(Predicate<Computation.Rows> of) {
    return definitions.indicators().values().stream()
        .filter(indicator -> indicator.computation().filter(how -> of.test(how.rows())).isPresent())
        .toList();
  }

  private static Set<LocalDate> monthsOf(Dataset<Row> rows) {
    Set<LocalDate> months = new TreeSet<>();
    rows.select("month").distinct().collectAsList().forEach(row -> months.add(row.getLocalDate(0)));
    return months;
  }
}
