package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A partition of the table dossier: what was received in a month and is settled, or is not.
 *
 * @param month first day of the month
 */
record DossierPartition(LocalDate month, boolean settled) implements Comparable<DossierPartition> {
  private static final Comparator<DossierPartition> ORDER =
      Comparator.comparing(DossierPartition::month).thenComparing(DossierPartition::settled);

  @Override
  public int compareTo(DossierPartition other) {
    return ORDER.compare(this, other);
  }

  /** The partitions that rows of dossier stand in. */
  static SortedSet<DossierPartition> of(Dataset<Row> states) {
    return new TreeSet<>(counts(states).keySet());
  }

  /** How many rows of dossier stand in each partition. */
  static SortedMap<DossierPartition, Long> counts(Dataset<Row> states) {
    SortedMap<DossierPartition, Long> counts = new TreeMap<>();
    states
        .groupBy(trunc(col("received_at"), "month"), col("settled"))
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts.put(
                    new DossierPartition(row.getLocalDate(0), row.getBoolean(1)), row.getLong(2)));
    return counts;
  }

  /** Whether a row of dossier stands in one of the partitions. */
  static Column isAnyOf(Collection<DossierPartition> partitions) {
    Set<DossierPartition> all = Set.copyOf(partitions);
    return partitions.stream()
        .map(
            partition ->
                // Spark makes of "settled or not" what Iceberg cannot tell by partitions.
                all.contains(new DossierPartition(partition.month, !partition.settled))
                    ? partition.isReceivedInMonth()
                    : partition.isReceivedInMonth().and(col("settled").equalTo(partition.settled)))
        .reduce(lit(false), Column::or);
  }

  /** As Iceberg calls it. */
  String path() {
    return "received_at_month=" + YearMonth.from(month) + "/settled=" + settled;
  }

  private Column isReceivedInMonth() {
    return col("received_at")
        .geq(lit(month.atStartOfDay()))
        .and(col("received_at").lt(lit(month.plusMonths(1).atStartOfDay())));
  }
}
