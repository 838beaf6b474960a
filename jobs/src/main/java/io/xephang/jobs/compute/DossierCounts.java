package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Dossiers as they come and go: what the period indicators over dossiers are added up from. A
 * dossier comes on the day it is received or finished, as the indicator says, and goes on the day
 * it is finished.
 */
public final class DossierCounts {
  /** The measure of all dossiers, counted or not: it tells which units there are. */
  static final String EVERY = "dossiers";

  /** The measure of all counted dossiers: it tells which periods there are. */
  static final String COUNTED = "counted_dossiers";

  static final List<String> KEY = List.of("measure", "unit_code", "month", "day");
  static final List<String> COUNTS = List.of("came", "went", "numerator_came", "numerator_went");

  private static final Column IS_COUNTED = col("status").isin(1, 3).equalTo(false);
  private static final Column RECEIVED_DAY = to_date(col("received_at"));
  private static final Column FINISHED_DAY = to_date(col("finished_at"));

  /** The first day on which an open dossier is overdue. */
  private static final Column OVERDUE_DAY = greatest(RECEIVED_DAY, to_date(col("due_at")));

  private static final Column EVER_OVERDUE =
      col("due_at").isNotNull().and(col("finished_at").isNull().or(FINISHED_DAY.gt(OVERDUE_DAY)));

  private DossierCounts() {}

  /** Which dossiers are counted under which name on one kind of day; null = none. */
  private record Measure(
      String name, Column came, Column went, Column numeratorCame, Column numeratorWent) {
    List<Column> conditions() {
      List<Column> conditions = new ArrayList<>();
      for (Column condition : new Column[] {came, went, numeratorCame, numeratorWent}) {
        conditions.add(condition == null ? lit(false) : condition);
      }
      return conditions;
    }
  }

  /**
   * Counts.
   *
   * @param dossiers rows of the table dossier with a column weight: 1 for rows that are true now,
   *     -1 for those that no longer are
   * @param asOf what is dated later stands by its day
   * @return rows of the table dossier_count, or what has to be added to them
   */
  public static Dataset<Row> of(
      Dataset<Row> dossiers, Collection<Indicator> indicators, LocalDate asOf) {
    List<Measure> onReceived = new ArrayList<>();
    List<Measure> onFinished = new ArrayList<>();
    List<Measure> onOverdue = new ArrayList<>();
    onReceived.add(new Measure(EVERY, lit(true), null, null, null));
    onReceived.add(new Measure(COUNTED, IS_COUNTED, null, null, null));
    onFinished.add(new Measure(COUNTED, null, IS_COUNTED, null, null));
    for (Indicator indicator : indicators) {
      Computation computation = indicator.computation().orElseThrow();
      Column counted = IS_COUNTED.and(expr(computation.denominator()));
      Column numerator = counted.and(expr(computation.numerator()));
      String id = indicator.id();
      switch (computation.rows()) {
        case DOSSIERS_RECEIVED -> onReceived.add(new Measure(id, counted, null, numerator, null));
        case DOSSIERS_FINISHED -> onFinished.add(new Measure(id, counted, null, numerator, null));
        case DOSSIERS_TO_FINISH -> {
          onReceived.add(new Measure(id, counted, null, null, null));
          onFinished.add(new Measure(id, null, counted, numerator, null));
        }
        case DOSSIERS_OPEN -> {
          Column overdue = numerator.and(EVER_OVERDUE);
          onReceived.add(new Measure(id, counted, null, null, null));
          onFinished.add(new Measure(id, null, counted, null, overdue));
          onOverdue.add(new Measure(id, null, null, overdue, null));
        }
        case CATALOG, SERVICES_OF_PERIOD -> {
          // Counted elsewhere.
        }
      }
    }
    Dataset<Row> counts =
        on(RECEIVED_DAY, dossiers, onReceived, asOf)
            .unionByName(
                on(FINISHED_DAY, dossiers.where(col("finished_at").isNotNull()), onFinished, asOf));
    if (!onOverdue.isEmpty()) {
      counts = counts.unionByName(on(OVERDUE_DAY, dossiers.where(EVER_OVERDUE), onOverdue, asOf));
    }
    return added(
        counts.withColumn(
            "unit_code",
            explode(concat(UnitPath.upToRoot("unit_code"), UnitPath.nation("unit_code")))));
  }

  /** One pass over the dossiers, by handling unit and month or day. */
  private static Dataset<Row> on(
      Column event, Dataset<Row> dossiers, List<Measure> measures, LocalDate asOf) {
    List<Column> sums = new ArrayList<>();
    List<Column> rows = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      List<Column> conditions = measures.get(i).conditions();
      List<Column> row = new ArrayList<>(List.of(lit(measures.get(i).name()).as("measure")));
      for (int j = 0; j < COUNTS.size(); j++) {
        String name = "m" + i + "_" + j;
        sums.add(sum(when(conditions.get(j), col("weight")).otherwise(lit(0L))).as(name));
        row.add(col(name).as(COUNTS.get(j)));
      }
      rows.add(struct(row.toArray(Column[]::new)));
    }
    Column day = col("event_day");
    return dossiers
        .withColumn("event_day", event)
        .groupBy(
            col("unit_code"),
            trunc(day, "month").as("month"),
            when(day.gt(lit(asOf)), day).as("day"))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .select(
            col("unit_code"),
            col("month"),
            col("day"),
            explode(array(rows.toArray(Column[]::new))).as("of"))
        .select(col("unit_code"), col("month"), col("day"), col("of.*"));
  }

  /** Adds up rows of one key; those that come to nothing are dropped. */
  static Dataset<Row> added(Dataset<Row> counts) {
    Column[] key = KEY.stream().map(name -> col(name)).toArray(Column[]::new);
    List<Column> sums = new ArrayList<>();
    Column any = lit(false);
    for (String count : COUNTS) {
      sums.add(sum(count).as(count));
      any = any.or(col(count).notEqual(0));
    }
    return counts
        .groupBy(key)
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .where(any);
  }

  /** The same counts on a later day: what was still to come has happened by then. */
  static Dataset<Row> asOf(Dataset<Row> counts, LocalDate asOf) {
    return counts.withColumn("day", when(col("day").gt(lit(asOf)), col("day")));
  }
}
