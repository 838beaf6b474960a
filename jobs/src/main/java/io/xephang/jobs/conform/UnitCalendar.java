package io.xephang.jobs.conform;

import io.xephang.jobs.Days;
import io.xephang.schemas.Validity;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** On which days units exist. */
public final class UnitCalendar {
  private UnitCalendar() {}

  /**
   * One row for each unbroken span of days; a unit that was only renamed has one.
   *
   * @return unit_code, exists_from (never null), exists_until (exclusive; null = for good)
   */
  public static Dataset<Row> of(SparkSession spark, UnitRegister register) {
    Map<String, List<Validity>> spans = new TreeMap<>();
    for (Unit unit : register.units()) {
      List<Validity> unbroken = spans.computeIfAbsent(unit.code(), code -> new ArrayList<>());
      Validity last = unbroken.isEmpty() ? null : unbroken.get(unbroken.size() - 1);
      if (last != null
          && last.to() != null
          && last.to().plusDays(1).equals(unit.validity().from())) {
        unbroken.set(unbroken.size() - 1, new Validity(last.from(), unit.validity().to()));
      } else {
        unbroken.add(unit.validity());
      }
    }
    List<Row> rows = new ArrayList<>();
    spans.forEach(
        (code, unbroken) ->
            unbroken.stream()
                .sorted(Comparator.comparing(Days::from))
                .forEach(span -> rows.add(row(code, span))));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("unit_code", DataTypes.StringType)
            .add("exists_from", DataTypes.DateType)
            .add("exists_until", DataTypes.DateType));
  }

  private static Row row(String code, Validity span) {
    LocalDate until = Days.until(span);
    return RowFactory.create(code, Days.from(span), until);
  }
}
