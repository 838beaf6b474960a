package io.xephang.schemas.table;

import io.xephang.schemas.Required;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of the lake. A file {@code tables/<name>.yaml}.
 *
 * @param partitionBy Iceberg partition expressions: columns or {@code months(column)}
 * @param sortedBy columns by which each file of it is sorted, so that readers pass over what they
 *     do not ask for; none = as the rows come
 * @param appended whether a night only adds rows to it, in the order in which they came
 * @param key columns that are unique together
 * @param checks what must hold for every row before anything is published
 * @param references columns whose values must be known elsewhere
 * @param comparison what may not change too much from one publication to the next
 */
public record Table(
    String name,
    String description,
    List<String> partitionBy,
    List<String> sortedBy,
    boolean appended,
    List<String> key,
    List<Column> columns,
    List<Check> checks,
    List<Reference> references,
    Optional<Comparison> comparison) {

  public Table {
    Required.identifier("name", name);
    Required.text("description", description);
    partitionBy = Required.orEmpty(partitionBy);
    sortedBy = Required.orEmpty(sortedBy);
    columns = Required.nonEmpty("columns", columns);
    key = Required.nonEmpty("key", key);
    checks = Required.orEmpty(checks);
    references = Required.orEmpty(references);
    comparison = comparison == null ? Optional.empty() : comparison;
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' stands twice");
      }
    }
    demandColumns("key", key, names);
    demandColumns("sorted_by", sortedBy, names);
    for (Reference reference : references) {
      if (!names.contains(reference.column())) {
        throw new IllegalArgumentException(
            "reference '"
                + reference.name()
                + "' is of '"
                + reference.column()
                + "', which is no column");
      }
    }
    comparison.ifPresent(compared -> demandColumns("comparison.by", compared.by(), names));
    Set<String> audits = new HashSet<>();
    Stream.of(
            checks.stream().map(Check::name),
            references.stream().map(Reference::name),
            comparison.stream().flatMap(compared -> compared.checks().stream()).map(Check::name))
        .flatMap(declared -> declared)
        .forEach(
            audit -> {
              if (!audits.add(audit)) {
                throw new IllegalArgumentException("audit '" + audit + "' stands twice");
              }
            });
    for (String expression : partitionBy) {
      if (!names.contains(expression.replaceFirst("^months\\((.*)\\)$", "$1"))) {
        throw new IllegalArgumentException(
            "'partition_by' has '" + expression + "', expected a column or months(column)");
      }
    }
  }

  private static void demandColumns(String where, List<String> named, Set<String> columns) {
    for (String column : named) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            "'" + where + "' names '" + column + "', which is no column");
      }
    }
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
