package io.xephang.jobs.compute;

import io.xephang.jobs.Days;
import io.xephang.schemas.Validity;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitKind;
import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Who is ranked among whom, who counts for which national sum, and when. */
public final class PeerGroups {
  private PeerGroups() {}

  /**
   * The members of the peer groups.
   *
   * @return peer_group, part, unit_code, unit_name, listed, exists_from, exists_until
   */
  public static Dataset<Row> members(SparkSession spark, UnitRegister register) {
    List<Row> rows = new ArrayList<>();
    for (Unit unit : register.units()) {
      for (String group : groupsOf(unit)) {
        rows.add(
            RowFactory.create(
                group,
                isTopLevel(unit) ? Touched.NATIONAL_PART : unit.scopeCode(),
                unit.code(),
                unit.name(),
                unit.listed(),
                Days.from(unit.validity()),
                Days.until(unit.validity())));
      }
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("peer_group", DataTypes.StringType)
            .add("part", DataTypes.StringType)
            .add("unit_code", DataTypes.StringType)
            .add("unit_name", DataTypes.StringType)
            .add("listed", DataTypes.BooleanType)
            .add("exists_from", DataTypes.DateType)
            .add("exists_until", DataTypes.DateType));
  }

  /**
   * Who is summed, agencies that the annex leaves out left out.
   *
   * @return sum_code, unit_code, exists_from, exists_until
   */
  public static Dataset<Row> summands(SparkSession spark, UnitRegister register) {
    record Summand(String sum, String unit) {}
    Map<Summand, List<Validity>> versions = new LinkedHashMap<>();
    for (Unit unit : register.units()) {
      if (isTopLevel(unit) && unit.listed()) {
        for (String sum : List.of("VN", "VN." + unit.kind().id())) {
          versions
              .computeIfAbsent(new Summand(sum, unit.code()), summand -> new ArrayList<>())
              .add(unit.validity());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    versions.forEach(
        (summand, validities) ->
            // A new name is no reason for a new sum.
            Validity.joined(validities)
                .forEach(
                    span ->
                        rows.add(
                            RowFactory.create(
                                summand.sum(),
                                summand.unit(),
                                Days.from(span),
                                Days.until(span)))));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("sum_code", DataTypes.StringType)
            .add("unit_code", DataTypes.StringType)
            .add("exists_from", DataTypes.DateType)
            .add("exists_until", DataTypes.DateType));
  }

  private static boolean isTopLevel(Unit unit) {
    return unit.kind() == UnitKind.MINISTRY || unit.kind() == UnitKind.PROVINCE;
  }

  private static List<String> groupsOf(Unit unit) {
    if (unit.kind() == null) {
      return List.of();
    }
    return switch (unit.kind()) {
      case NATION -> List.of();
      case MINISTRY -> List.of("ministry");
      case PROVINCE ->
          unit.region() == null
              ? List.of("province")
              : List.of("province", "region:" + unit.region());
      case DEPARTMENT, DISTRICT, COMMUNE -> List.of(unit.kind().id() + ":" + unit.scopeCode());
    };
  }
}
