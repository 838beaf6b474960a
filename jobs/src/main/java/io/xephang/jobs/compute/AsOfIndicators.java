package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.conform.CatalogIntervals;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * As-of indicators of units from their catalogs: departments, districts and communes from their
 * own, provinces and ministries from the union of their own and all below (contract, section 2).
 */
public final class AsOfIndicators {
  private static final List<String> UNIT = List.of("unit_code");

  private AsOfIndicators() {}

  /**
   * Where each value comes from.
   *
   * @param slots unit_code, part, valid_from, valid_to, source_unit, source_date: which snapshots
   *     make up the catalog of a unit while it stays the same
   * @param recomputed as of {@link ChangeDates#toRecompute}, by unit_code
   */
  public record Plan(Dataset<Row> slots, Dataset<Row> recomputed) {}

  /**
   * Finds what has to be computed.
   *
   * @param catalogs rows of catalog_snapshot of the touched provinces and ministries
   * @param calendar as of {@link io.xephang.jobs.conform.UnitCalendar}
   * @param touched scope_code, changed_from
   */
  public static Plan plan(Dataset<Row> catalogs, Dataset<Row> calendar, Dataset<Row> touched) {
    Dataset<Row> own = catalogs.where(col("unit_code").notEqual(col("scope_code")));
    Dataset<Row> ownDates = recomputed(own, touched);
    Dataset<Row> ownSlots =
        own.join(
                ownDates.select(col("unit_code").as("dated_unit"), col("valid_from").as("day")),
                col("unit_code")
                    .equalTo(col("dated_unit"))
                    .and(col("valid_from").equalTo(col("day"))),
                "left_semi")
            .select(
                col("unit_code"),
                col("scope_code").as("part"),
                col("valid_from"),
                col("valid_to"),
                col("unit_code").as("source_unit"),
                col("snapshot_date").as("source_date"));

    Dataset<Row> below = CatalogIntervals.rolledUp(catalogs, calendar);
    Dataset<Row> rolledUpDates = recomputed(below, touched);
    Dataset<Row> sources =
        below.select(
            col("unit_code").as("rolled_up_unit"),
            col("source_unit"),
            col("snapshot_date").as("source_date"),
            col("valid_from").as("source_from"),
            col("valid_to").as("source_to"));
    Dataset<Row> rolledUpSlots =
        rolledUpDates
            .join(
                sources,
                col("unit_code")
                    .equalTo(col("rolled_up_unit"))
                    .and(
                        ChangeDates.holdsOn(
                            col("source_from"), col("source_to"), col("valid_from"))))
            .select(
                col("unit_code"),
                lit(Touched.NATIONAL_PART).as("part"),
                col("valid_from"),
                col("valid_to"),
                col("source_unit"),
                col("source_date"));
    return new Plan(ownSlots.unionByName(rolledUpSlots), ownDates.unionByName(rolledUpDates));
  }

  private static Dataset<Row> recomputed(Dataset<Row> spans, Dataset<Row> touched) {
    Dataset<Row> scopes =
        spans.select("unit_code", "scope_code").distinct().join(touched, "scope_code");
    return ChangeDates.toRecompute(
        ChangeDates.of(spans, UNIT).join(scopes.drop("scope_code"), "unit_code"), UNIT);
  }

  /**
   * Counts the roots of each catalog.
   *
   * @param slots of {@link Plan#slots}
   * @param services rows of the table service, at least those of the slots' sources
   * @return rows of the table indicator_interval
   */
  public static Dataset<Row> values(
      Dataset<Row> slots, Dataset<Row> services, Collection<Indicator> indicators) {
    Dataset<Row> offered =
        roots(slots, services, List.of("unit_code", "part", "valid_from", "valid_to"))
            .alias("offered");
    Dataset<Row> dates =
        slots
            .groupBy("unit_code", "valid_from")
            .agg(max("source_date").as("data_date"))
            .withColumnRenamed("unit_code", "dated_unit")
            .withColumnRenamed("valid_from", "dated_from");
    List<Column> counts = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Computation computation = indicator.computation().orElseThrow();
      String numerator = indicator.id() + "_numerator";
      String denominator = indicator.id() + "_denominator";
      Column counted = expr(computation.denominator());
      counts.add(count_if(counted).as(denominator));
      counts.add(count_if(counted.and(expr(computation.numerator()))).as(numerator));
      values.add(
          struct(
              lit(indicator.id()).as("indicator"),
              col(numerator).as("numerator"),
              col(denominator).as("denominator")));
    }
    return offered
        .groupBy("unit_code", "part", "valid_from", "valid_to")
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
        .join(
            dates,
            col("unit_code")
                .equalTo(col("dated_unit"))
                .and(col("valid_from").equalTo(col("dated_from"))))
        .withColumn("of", explode(array(values.toArray(Column[]::new))))
        .select(
            col("of.indicator").as("indicator"),
            lit("computed").as("basis"),
            col("unit_code"),
            col("part"),
            lit("as_of").as("period_type"),
            col("valid_from"),
            col("valid_to"),
            col("of.numerator").as("numerator"),
            col("of.denominator").as("denominator"),
            rate(col("of.numerator"), col("of.denominator")).as("value"),
            lit(null).cast("string").as("printed_value"),
            col("data_date"));
  }

  /**
   * The roots of catalogs, each once: at the highest level, yes if any row says yes.
   *
   * @param sources the key, source_unit, source_date: which snapshots make up which catalog
   * @param key what tells catalogs apart
   * @return the key, procedure_code, service_level and the flags of the table service
   */
  static Dataset<Row> roots(Dataset<Row> sources, Dataset<Row> services, List<String> key) {
    return sources
        .join(
            services.withColumnRenamed("unit_code", "offering_unit"),
            col("source_unit")
                .equalTo(col("offering_unit"))
                .and(col("source_date").equalTo(col("snapshot_date"))))
        .groupBy(
            Stream.concat(key.stream(), Stream.of("procedure_code"))
                .map(name -> col(name))
                .toArray(Column[]::new))
        .agg(
            max("service_level").as("service_level"),
            ComputationPredicates.FLAGS.stream()
                .map(flag -> bool_or(col(flag)).as(flag))
                .toArray(Column[]::new));
  }

  /**
   * Numerator / denominator, absent where the denominator is 0. As doubles two rates are equal
   * exactly if the fractions are, as long as denominators stay below 67 million (ADR 005).
   */
  static Column rate(Column numerator, Column denominator) {
    return when(denominator.gt(0), numerator.cast("double").divide(denominator.cast("double")));
  }
}
