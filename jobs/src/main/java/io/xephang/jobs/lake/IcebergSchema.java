package io.xephang.jobs.lake;

import io.xephang.schemas.table.Column;
import io.xephang.schemas.table.ColumnType;
import io.xephang.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** How the tables of {@code schemas} look to Iceberg. */
final class IcebergSchema {
  private static final Pattern MONTHS = Pattern.compile("months\\((\\w+)\\)");

  private IcebergSchema() {}

  /** All columns optional: that required ones are there is audited before publishing. */
  static Schema of(Table table) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      fields.add(
          Types.NestedField.optional(
              fields.size() + 1, column.name(), type(column.type()), column.description()));
    }
    return new Schema(fields);
  }

  static PartitionSpec partitions(Table table, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    for (String expression : table.partitionBy()) {
      Matcher months = MONTHS.matcher(expression);
      if (months.matches()) {
        spec.month(months.group(1));
      } else {
        spec.identity(expression);
      }
    }
    return spec.build();
  }

  /** That of each file; where values are unknown comes first. */
  static SortOrder order(Table table, Schema schema) {
    SortOrder.Builder order = SortOrder.builderFor(schema);
    table.sortedBy().forEach(column -> order.asc(column));
    return order.build();
  }

  private static Type type(ColumnType type) {
    return switch (type) {
      case STRING -> Types.StringType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case INTEGER -> Types.IntegerType.get();
      case LONG -> Types.LongType.get();
      case DOUBLE -> Types.DoubleType.get();
      case DATE -> Types.DateType.get();
      case TIMESTAMP -> Types.TimestampType.withoutZone();
    };
  }
}
