package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Handling units that messages name by a name, which the units feed may explain at any time. */
public final class HandlingUnits {
  private HandlingUnits() {}

  /**
   * The names that mean exactly one unit below a province or ministry.
   *
   * @return name_scope, name_hash, named_unit
   */
  public static Dataset<Row> names(SparkSession spark, UnitRegister register) {
    List<Row> rows = new ArrayList<>();
    register
        .namesBelowRoots()
        .forEach(name -> rows.add(RowFactory.create(name.root(), name.name().hash(), name.code())));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("name_scope", DataTypes.StringType)
            .add("name_hash", DataTypes.StringType)
            .add("named_unit", DataTypes.StringType));
  }

  /**
   * The same rows with the unit of each name; a name that means none or several is the province's.
   *
   * @param dossiers with unit_code, province_code, handling_name_hash
   * @param names as of {@link #names}
   */
  public static Dataset<Row> resolve(Dataset<Row> dossiers, Dataset<Row> names) {
    return dossiers
        .join(
            broadcast(names),
            col("province_code")
                .equalTo(col("name_scope"))
                .and(col("handling_name_hash").equalTo(col("name_hash"))),
            "left")
        .withColumn(
            "unit_code",
            when(col("handling_name_hash").isNull(), col("unit_code"))
                .otherwise(coalesce(col("named_unit"), col("province_code"))))
        .drop("name_scope", "name_hash", "named_unit");
  }
}
