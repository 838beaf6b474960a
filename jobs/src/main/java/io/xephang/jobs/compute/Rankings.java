package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.asc_nulls_last;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collate;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.KeptRows;
import io.xephang.jobs.conform.CatalogIntervals;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.indicator.IndicatorKind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rankings within peer groups: best first, equal values share a rank and the next is skipped (1, 2,
 * 2, 4); equals stand in Vietnamese alphabetical order, units without a value last and unranked.
 */
public final class Rankings {
  /** Key of one ranking as it goes on in time. */
  public static final List<String> SERIES =
      List.of("indicator", "basis", "period_type", "peer_group");

  private Rankings() {}

  /** The rankings, and the days of {@link ChangeDates#toRecompute} by {@link #SERIES}. */
  public record Ranked(Dataset<Row> rankings, Dataset<Row> recomputed) {}

  /**
   * Ranks.
   *
   * @param values rows of indicator_interval, whole history of the parts in question
   * @param members as of {@link PeerGroups#members}
   * @param touched basis, part, changed_from: what to rank anew
   * @return rows of the table ranking_interval
   */
  public static Ranked of(
      Dataset<Row> values,
      Dataset<Row> members,
      Dataset<Row> touched,
      Collection<Indicator> indicators) {
    Dataset<Row> toRank =
        values.join(
            touched
                .withColumnRenamed("basis", "touched_basis")
                .withColumnRenamed("part", "touched_part"),
            col("basis")
                .equalTo(col("touched_basis"))
                .and(col("part").equalTo(col("touched_part"))));
    Dataset<Row> names = members.drop("part", "unit_name");
    Dataset<Row> candidates =
        KeptRows.of(
            CatalogIntervals.clip(
                    toRank.where(col("period_type").equalTo("as_of")), names, "unit_code")
                .unionByName(
                    ofMembersOnTheLastDay(
                        toRank.where(col("period_type").notEqual("as_of")), names))
                .where(isRanked(indicators)));
    Dataset<Row> slots =
        asOfSlots(candidates, members, indicators)
            .unionByName(periodSlots(candidates, "changed_from"));
    Dataset<Row> recomputed = KeptRows.of(ChangeDates.toRecompute(slots, SERIES));
    return new Ranked(rank(recomputed, members, candidates, indicators), recomputed);
  }

  /**
   * Ranks periods.
   *
   * @param values rows of indicator_interval of periods alone
   * @param members as of {@link PeerGroups#members}
   * @return rows of the table ranking_interval
   */
  static Dataset<Row> ofPeriods(
      Dataset<Row> values, Dataset<Row> members, Collection<Indicator> indicators) {
    Dataset<Row> candidates =
        ofMembersOnTheLastDay(values, members.drop("part", "unit_name"))
            .where(isRanked(indicators));
    return rank(periodSlots(candidates), members, candidates, indicators);
  }

  /** A period is ranked whole, among those who are members on the last day that is counted. */
  private static Dataset<Row> ofMembersOnTheLastDay(Dataset<Row> values, Dataset<Row> members) {
    return values
        .join(
            members.withColumnRenamed("unit_code", "member"),
            col("unit_code")
                .equalTo(col("member"))
                .and(
                    ChangeDates.holdsOn(col("exists_from"), col("exists_until"), col("data_date"))))
        .drop("member", "exists_from", "exists_until");
  }

  /** Agencies that the annex leaves out are in no ranking of as-of indicators; others rank them. */
  private static Column isRanked(Collection<Indicator> indicators) {
    Object[] asOf =
        indicators.stream()
            .filter(indicator -> indicator.kind() == IndicatorKind.AS_OF)
            .map(Indicator::id)
            .toArray();
    return col("listed").or(col("indicator").isin(asOf).equalTo(false));
  }

  /** From one change to the next: of a value, or of who is a member and how it is called. */
  private static Dataset<Row> asOfSlots(
      Dataset<Row> candidates, Dataset<Row> members, Collection<Indicator> indicators) {
    Dataset<Row> spans =
        candidates
            .where(col("period_type").equalTo("as_of"))
            .select(seriesAnd("valid_from", "valid_to", "changed_from"));
    Dataset<Row> series =
        spans
            .groupBy(columns(SERIES))
            .agg(min("valid_from").as("first_value"), min("changed_from").as("changed_from"));
    Dataset<Row> memberSpans =
        series
            .join(members, "peer_group")
            .where(isRanked(indicators))
            .select(seriesAnd("exists_from as valid_from", "exists_until as valid_to"));
    Dataset<Row> dates =
        ChangeDates.of(
            spans.select(seriesAnd("valid_from", "valid_to")).unionByName(memberSpans), SERIES);
    return dates
        .join(series, asScala(SERIES), "inner")
        .where(col("valid_from").geq(col("first_value")))
        .select(seriesAnd("valid_from", "valid_to", "valid_from as day", "changed_from"));
  }

  /** The periods that anyone has a value for; members are those of the last day counted. */
  private static Dataset<Row> periodSlots(Dataset<Row> candidates, String... more) {
    return candidates
        .where(col("period_type").notEqual("as_of"))
        .select(
            seriesAnd(
                Stream.concat(
                        Stream.of("valid_from", "valid_to", "data_date as day"), Stream.of(more))
                    .toArray(String[]::new)))
        .distinct();
  }

  private static Dataset<Row> rank(
      Dataset<Row> slots,
      Dataset<Row> members,
      Dataset<Row> candidates,
      Collection<Indicator> indicators) {
    Dataset<Row> present =
        slots
            .drop("recompute_from")
            .join(members, "peer_group")
            .where(
                ChangeDates.holdsOn(col("exists_from"), col("exists_until"), col("day"))
                    .and(isRanked(indicators)))
            .drop("listed", "exists_from", "exists_until");
    Dataset<Row> found =
        candidates.select(
            col("indicator").as("v_indicator"),
            col("basis").as("v_basis"),
            col("period_type").as("v_period_type"),
            col("peer_group").as("v_peer_group"),
            col("unit_code").as("v_unit_code"),
            col("valid_from").as("v_from"),
            col("valid_to").as("v_to"),
            col("numerator"),
            col("denominator"),
            col("value"),
            col("printed_value"),
            col("data_date"));
    Dataset<Row> listed =
        present.join(
            found,
            col("indicator")
                .equalTo(col("v_indicator"))
                .and(col("basis").equalTo(col("v_basis")))
                .and(col("period_type").equalTo(col("v_period_type")))
                .and(col("peer_group").equalTo(col("v_peer_group")))
                .and(col("unit_code").equalTo(col("v_unit_code")))
                .and(ChangeDates.holdsOn(col("v_from"), col("v_to"), col("day"))),
            "left");
    Object[] lowerIsBetter =
        indicators.stream()
            .filter(indicator -> indicator.direction() == Direction.LOWER_IS_BETTER)
            .map(Indicator::id)
            .toArray();
    Column[] ranking =
        columns(List.of("indicator", "basis", "period_type", "peer_group", "valid_from"));
    // Ascending: the smallest is the best.
    Column order =
        when(col("indicator").isin(lowerIsBetter), col("value"))
            .otherwise(col("value").unary_$minus());
    WindowSpec byValue = Window.partitionBy(ranking).orderBy(asc_nulls_last("order"));
    WindowSpec shown =
        Window.partitionBy(ranking)
            .orderBy(asc_nulls_last("rank"), collate(col("unit_name"), "vi"), col("unit_code"));
    return listed
        // Where nobody has a value there is nothing to rank.
        .withColumn("newest_data", max("data_date").over(Window.partitionBy(ranking)))
        .where(col("newest_data").isNotNull())
        .withColumn("order", order)
        .withColumn("rank", when(col("value").isNotNull(), functions.rank().over(byValue)))
        .withColumn("serial", row_number().over(shown))
        .select(
            "indicator",
            "basis",
            "peer_group",
            "part",
            "period_type",
            "valid_from",
            "valid_to",
            "rank",
            "serial",
            "unit_code",
            "unit_name",
            "numerator",
            "denominator",
            "value",
            "printed_value",
            "data_date");
  }

  private static Column[] seriesAnd(String... expressions) {
    return Stream.concat(SERIES.stream(), Stream.of(expressions))
        .map(expression -> expr(expression))
        .toArray(Column[]::new);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static Seq<String> asScala(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }
}
