package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a run has to compute anew.
 *
 * @param changedFrom by province or ministry, the first day on which anything about it changed
 * @param reports whether anything changed that reported values depend on
 */
public record Touched(SortedMap<String, LocalDate> changedFrom, boolean reports) {
  /** The part of nation, ministries and provinces in the partitioned tables. */
  public static final String NATIONAL_PART = "VN";

  /** Length of a province's or ministry's code; the nation's begin with VN. */
  static final int ROOT_LENGTH = 3;

  public Touched {
    changedFrom = new TreeMap<>(changedFrom);
  }

  /** The part that rows of a unit belong to. */
  static Column partOf(Column unitCode) {
    return when(
            length(unitCode).leq(ROOT_LENGTH).or(unitCode.startsWith(NATIONAL_PART)),
            lit(NATIONAL_PART))
        .otherwise(substring(unitCode, 1, ROOT_LENGTH));
  }

  public boolean isEmpty() {
    return changedFrom.isEmpty() && !reports;
  }

  /** The provinces and ministries with changes. */
  public Set<String> scopes() {
    return Set.copyOf(changedFrom.keySet());
  }

  /** The parts of which computed values change: the scopes, and the nation if there are any. */
  public Set<String> parts() {
    Set<String> parts = new TreeSet<>(changedFrom.keySet());
    if (!parts.isEmpty()) {
      parts.add(NATIONAL_PART);
    }
    return parts;
  }

  /** scope_code, changed_from. */
  public Dataset<Row> scopes(SparkSession spark) {
    return rows(spark, "scope_code", changedFrom);
  }

  /** part, changed_from: a part changes as early as anything in it. */
  public Dataset<Row> parts(SparkSession spark) {
    Map<String, LocalDate> byPart = new TreeMap<>(changedFrom);
    changedFrom.values().stream()
        .min(LocalDate::compareTo)
        .ifPresent(earliest -> byPart.put(NATIONAL_PART, earliest));
    return rows(spark, "part", byPart);
  }

  private static Dataset<Row> rows(
      SparkSession spark, String key, Map<String, LocalDate> changedFrom) {
    List<Row> rows =
        changedFrom.entrySet().stream()
            .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType().add(key, DataTypes.StringType).add("changed_from", DataTypes.DateType));
  }

  /** Collects what is touched. */
  public static final class Builder {
    private final SortedMap<String, LocalDate> changedFrom = new TreeMap<>();
    private boolean reports;

    /** Something about a province or ministry is different from a day on. */
    public void scope(String scope, LocalDate from) {
      changedFrom.merge(scope, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Everything about a province or ministry may be different. */
    public void wholeScope(String scope) {
      scope(scope, Days.BEGINNING);
    }

    public void reports() {
      reports = true;
    }

    public Touched build() {
      return new Touched(changedFrom, reports);
    }
  }
}
