package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
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
  /** With so many files a partition is still read as fast as with one. */
  private static final int FILES = 8;

  /** So many partitions are merged in one night: all grow, and should not all be merged at once. */
  private static final int MERGED = 2;

  private static final Comparator<DossierPartition> ORDER =
      Comparator.comparing(DossierPartition::month).thenComparing(DossierPartition::settled);

  @Override
  public int compareTo(DossierPartition other) {
    return ORDER.compare(this, other);
  }

  /** The partitions that rows of dossier stand in. */
  static SortedSet<DossierPartition> of(Dataset<Row> states) {
    SortedSet<DossierPartition> partitions = new TreeSet<>();
    states
        .select(trunc(col("received_at"), "month"), col("settled"))
        .distinct()
        .collectAsList()
        .forEach(
            row -> partitions.add(new DossierPartition(row.getLocalDate(0), row.getBoolean(1))));
    return partitions;
  }

  /** Whether a row of dossier stands in one of the partitions. */
  static Column isAnyOf(Collection<DossierPartition> partitions) {
    return partitions.stream().map(DossierPartition::holds).reduce(lit(false), Column::or);
  }

  /**
   * Those that ought to be written anew, because rows were added to them many times.
   *
   * @param partitions to which rows are added now
   * @param files how many files there are, by {@link #path}
   */
  static List<DossierPartition> crowded(
      Collection<DossierPartition> partitions, Map<String, Integer> files) {
    return partitions.stream()
        .filter(partition -> files.getOrDefault(partition.path(), 0) >= FILES)
        .sorted(
            Comparator.comparing((DossierPartition partition) -> files.get(partition.path()))
                .reversed()
                .thenComparing(ORDER))
        .limit(MERGED)
        .toList();
  }

  /** As Iceberg calls it. */
  private String path() {
    return "received_at_month=" + YearMonth.from(month) + "/settled=" + settled;
  }

  private Column holds() {
    return col("settled")
        .equalTo(settled)
        .and(col("received_at").geq(lit(month.atStartOfDay())))
        .and(col("received_at").lt(lit(month.plusMonths(1).atStartOfDay())));
  }
}
