package io.xephang.jobs;

import io.xephang.schemas.table.Column;
import io.xephang.schemas.table.ColumnType;
import io.xephang.schemas.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** How the tables of {@code schemas} look to Spark. */
public final class SparkSchema {
  private SparkSchema() {}

  /** All columns of the table, nullable: that required ones are there is audited. */
  public static StructType of(Table table) {
    return new StructType(
        table.columns().stream().map(SparkSchema::field).toArray(StructField[]::new));
  }

  /** Some columns of the table, in the given order. */
  public static StructType of(Table table, List<String> columns) {
    StructType all = of(table);
    return new StructType(columns.stream().map(all::apply).toArray(StructField[]::new));
  }

  /**
   * The same rows with their columns in the table's order.
   *
   * @throws IllegalStateException if a column is missing, too much, or of another type
   */
  public static Dataset<Row> conform(Dataset<Row> rows, Table table) {
    StructType expected = of(table);
    StructType found = rows.schema();
    for (StructField field : expected.fields()) {
      if (!List.of(found.fieldNames()).contains(field.name())
          || !found.apply(field.name()).dataType().equals(field.dataType())) {
        throw new IllegalStateException(
            "table "
                + table.name()
                + " wants "
                + expected.simpleString()
                + ", got "
                + found.simpleString());
      }
    }
    if (found.size() != expected.size()) {
      throw new IllegalStateException(
          "table " + table.name() + " has no place for a column of " + found.simpleString());
    }
    return rows.selectExpr(expected.fieldNames());
  }

  private static StructField field(Column column) {
    return DataTypes.createStructField(column.name(), type(column.type()), true);
  }

  private static DataType type(ColumnType type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampNTZType;
    };
  }
}
