package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Period indicators of units and of the nation (contract, section 2). */
final class PeriodValues {
  private static final List<String> PERIOD =
      List.of("period_type", "period_start", "period_end", "data_date");

  private PeriodValues() {}

  /**
   * The indicators over dossiers, added up from what came and went.
   *
   * @param counts rows of dossier_count up to the as-of date
   * @param periods as of {@link Periods#of}
   * @param indicators those over dossiers
   * @return rows of the table period_value
   */
  static Dataset<Row> overDossiers(
      Dataset<Row> counts, Dataset<Row> periods, Collection<Indicator> indicators) {
    Object[] open = idsOf(indicators, Rows.DOSSIERS_OPEN);
    Object[] toFinish = idsOf(indicators, Rows.DOSSIERS_TO_FINISH);
    Column inPeriod = col("month").geq(col("period_start"));
    Column isOpen = col("measure").isin(open);
    Column isToFinish = col("measure").isin(toFinish);
    Column balance = col("came").minus(col("went"));
    Dataset<Row> sums =
        counts
            .where(col("measure").isin(indicators.stream().map(Indicator::id).toArray()))
            .join(
                broadcast(periods),
                col("month").leq(col("period_end")).and(isOpen.or(isToFinish).or(inPeriod)))
            .groupBy(keyAnd("measure", "unit_code"))
            .agg(
                sum(when(inPeriod, col("came")).otherwise(lit(0L))).as("came"),
                sum(when(inPeriod, col("numerator_came")).otherwise(lit(0L))).as("numerator_came"),
                sum(when(inPeriod, lit(0L)).otherwise(balance)).as("carried_over"),
                sum(balance).as("left_over"),
                sum(col("numerator_came").minus(col("numerator_went"))).as("numerator_left_over"));
    return values(
        sums.withColumn(
                "denominator",
                when(isOpen, col("left_over"))
                    .when(isToFinish, col("carried_over").plus(col("came")))
                    .otherwise(col("came")))
            .withColumn(
                "numerator",
                when(isOpen, col("numerator_left_over")).otherwise(col("numerator_came")))
            .withColumnRenamed("measure", "indicator"));
  }

  /**
   * The indicators over the services of a unit's catalog on a period's last day.
   *
   * @param catalogs unit_code, procedure_code, service_level and flags of every root of every
   *     catalog, by data_date
   * @param months rows of procedure_month
   * @param periods as of {@link Periods#of}
   * @param indicators those over services of a period
   */
  static Dataset<Row> overServices(
      Dataset<Row> catalogs,
      Dataset<Row> months,
      Dataset<Row> periods,
      Collection<Indicator> indicators) {
    Dataset<Row> received =
        months
            .join(
                broadcast(periods),
                col("period_start").leq(col("month")).and(col("month").leq(col("period_end"))))
            .groupBy(
                col("unit_code").as("received_unit"),
                col("procedure_code").as("received_root"),
                col("period_type").as("received_type"),
                col("period_start").as("received_start"))
            .agg(
                sum("dossiers").as("received_dossiers"),
                sum("online_dossiers").as("received_online"));
    Dataset<Row> services =
        catalogs
            .withColumnRenamed("data_date", "catalog_date")
            .join(broadcast(periods), col("catalog_date").equalTo(col("data_date")))
            .drop("catalog_date")
            .join(
                received,
                col("unit_code")
                    .equalTo(col("received_unit"))
                    .and(col("procedure_code").equalTo(col("received_root")))
                    .and(col("period_type").equalTo(col("received_type")))
                    .and(col("period_start").equalTo(col("received_start"))),
                "left")
            .withColumn("dossiers", coalesce(col("received_dossiers"), lit(0L)))
            .withColumn("online_dossiers", coalesce(col("received_online"), lit(0L)));
    List<Column> counts = new ArrayList<>();
    List<Column> rows = new ArrayList<>();
    for (Indicator indicator : indicators) {
      var computation = indicator.computation().orElseThrow();
      Column counted = expr(computation.denominator());
      counts.add(count_if(counted).as(indicator.id() + "_denominator"));
      counts.add(
          count_if(counted.and(expr(computation.numerator()))).as(indicator.id() + "_numerator"));
      rows.add(
          struct(
              lit(indicator.id()).as("indicator"),
              col(indicator.id() + "_numerator").as("numerator"),
              col(indicator.id() + "_denominator").as("denominator")));
    }
    Dataset<Row> units =
        services
            .groupBy(keyAnd("unit_code"))
            .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
            .withColumn("of", explode(array(rows.toArray(Column[]::new))))
            .select(keyAnd("unit_code", "of.indicator", "of.numerator", "of.denominator"));
    Dataset<Row> nation =
        units
            .where(length(col("unit_code")).equalTo(Touched.ROOT_LENGTH))
            .withColumn("unit_code", explode(UnitPath.nation("unit_code")))
            .groupBy(keyAnd("unit_code", "indicator"))
            .agg(sum("numerator").as("numerator"), sum("denominator").as("denominator"));
    return values(units.unionByName(nation));
  }

  private static Dataset<Row> values(Dataset<Row> counted) {
    return counted
        .where(col("denominator").gt(0))
        .select(
            col("indicator"),
            col("unit_code"),
            Touched.partOf(col("unit_code")).as("part"),
            col("period_type"),
            col("period_start"),
            col("period_end"),
            col("numerator"),
            col("denominator"),
            AsOfIndicators.rate(col("numerator"), col("denominator")).as("value"),
            col("data_date"));
  }

  private static Object[] idsOf(Collection<Indicator> indicators, Rows rows) {
    return indicators.stream()
        .filter(indicator -> indicator.computation().orElseThrow().rows() == rows)
        .map(Indicator::id)
        .toArray();
  }

  private static Column[] keyAnd(String... more) {
    List<Column> columns = new ArrayList<>();
    PERIOD.forEach(name -> columns.add(col(name)));
    for (String name : more) {
      columns.add(col(name));
    }
    return columns.toArray(Column[]::new);
  }
}
