package io.xephang.warehouse;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import java.util.List;
import java.util.Optional;

/**
 * What a view or macro of the served surface means. A file beside its SQL: {@code
 * views/<name>.yaml}, {@code macros/<name>.yaml}.
 *
 * @param parameters in order; those of a macro
 * @param columns in order
 * @param columnsOf instead of columns: the view that has the same
 */
record DescribedRelation(
    String name,
    Label description,
    List<DescribedParameter> parameters,
    List<DescribedColumn> columns,
    Optional<String> columnsOf) {

  DescribedRelation {
    Required.identifier("name", name);
    Required.present("description", description);
    parameters = Required.orEmpty(parameters);
    columns = Required.orEmpty(columns);
    columnsOf = columnsOf == null ? Optional.empty() : columnsOf;
    if (columns.isEmpty() == columnsOf.isEmpty()) {
      throw new IllegalArgumentException("expected either 'columns' or 'columns_of'");
    }
  }

  boolean isMacro() {
    return !parameters.isEmpty();
  }

  /** How it stands after FROM; the parameters without a default are null. */
  String call() {
    return isMacro()
        ? name
            + "("
            + String.join(
                ", ",
                parameters.stream()
                    .filter(parameter -> parameter.defaultValue().isEmpty())
                    .map(parameter -> "NULL")
                    .toList())
            + ")"
        : name;
  }

  /** The same with columns of its own. */
  DescribedRelation with(List<DescribedColumn> found) {
    return new DescribedRelation(name, description, parameters, found, Optional.empty());
  }
}
