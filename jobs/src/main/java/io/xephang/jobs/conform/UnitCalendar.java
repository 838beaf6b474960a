package io.xephang.jobs.conform;

import io.xephang.jobs.Days;
import io.xephang.schemas.Validity;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
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
    Map<String, List<Validity>> versions = new TreeMap<>();
    for (Unit unit : register.units()) {
      versions.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit.validity());
    }
    List<Row> rows = new ArrayList<>();
    versions.forEach(
        (code, validities) ->
            Validity.joined(validities)
                .forEach(
                    span -> rows.add(RowFactory.create(code, Days.from(span), Days.until(span)))));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("unit_code", DataTypes.StringType)
            .add("exists_from", DataTypes.DateType)
            .add("exists_until", DataTypes.DateType));
  }
}
