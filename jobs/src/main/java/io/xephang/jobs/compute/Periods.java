package io.xephang.jobs.compute;

import io.xephang.schemas.indicator.PeriodType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The calendar periods that have figures. */
final class Periods {
  private static final List<PeriodType> TYPES =
      List.of(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR);

  private Periods() {}

  /**
   * All periods that hold a day of the given months and end on or after a day.
   *
   * @param first first day of the first month
   * @param last first day of the last month
   * @param endingFrom periods that end earlier are left out
   * @param asOf the end of a period that is still running
   * @return period_type, period_start, period_end, data_date
   */
  static Dataset<Row> of(
      SparkSession spark, LocalDate first, LocalDate last, LocalDate endingFrom, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    for (PeriodType type : TYPES) {
      LocalDate start = type.firstDay(first);
      while (!start.isAfter(last)) {
        LocalDate end = type.lastDay(start);
        if (!end.isBefore(endingFrom)) {
          rows.add(RowFactory.create(type.id(), start, end, end.isAfter(asOf) ? asOf : end));
        }
        start = end.plusDays(1);
      }
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("period_type", DataTypes.StringType)
            .add("period_start", DataTypes.DateType)
            .add("period_end", DataTypes.DateType)
            .add("data_date", DataTypes.DateType));
  }
}
