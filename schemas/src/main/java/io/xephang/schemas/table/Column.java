package io.xephang.schemas.table;

import io.xephang.schemas.Required;

/** A column of a table; {@code required} means never null. */
public record Column(String name, ColumnType type, boolean required, String description) {
  public Column {
    Required.identifier("name", name);
    Required.present("type", type);
    Required.text("description", description);
  }
}
