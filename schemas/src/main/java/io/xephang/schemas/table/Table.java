package io.xephang.schemas.table;

import io.xephang.schemas.Required;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the lake. A file {@code tables/<name>.yaml}.
 *
 * @param partitionBy an Iceberg partition expression: a column or {@code months(column)}
 * @param key columns that are unique together
 * @param checks what must hold for every row before anything is published
 */
public record Table(
    String name,
    String description,
    Optional<String> partitionBy,
    List<String> key,
    List<Column> columns,
    List<Check> checks) {

  public Table {
    Required.identifier("name", name);
    Required.text("description", description);
    partitionBy = partitionBy == null ? Optional.empty() : partitionBy;
    columns = Required.nonEmpty("columns", columns);
    key = Required.nonEmpty("key", key);
    checks = Required.orEmpty(checks);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' stands twice");
      }
    }
    for (String column : key) {
      if (!names.contains(column)) {
        throw new IllegalArgumentException("'key' names '" + column + "', which is no column");
      }
    }
    partitionBy.ifPresent(
        expression -> {
          if (!names.contains(expression.replaceFirst("^months\\((.*)\\)$", "$1"))) {
            throw new IllegalArgumentException(
                "'partition_by' is '" + expression + "', expected a column or months(column)");
          }
        });
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
