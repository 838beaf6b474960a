package io.xephang.schemas.table;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import io.xephang.schemas.table.Check.Severity;

/**
 * A column whose values must be known in another table; null refers to nothing.
 *
 * @param column the column that refers
 * @param table where its values must be
 * @param to the column there; absent = of the same name
 * @param otherwise what an unknown value means for the run
 * @param vi what holds, in Vietnamese
 * @param en what holds, in English
 */
public record Reference(
    String name, String column, String table, String to, Severity otherwise, String vi, String en) {

  public Reference {
    Required.identifier("name", name);
    Required.identifier("column", column);
    Required.identifier("table", table);
    to = to == null ? column : Required.identifier("to", to);
    Required.present("otherwise", otherwise);
    Required.text("vi", vi);
    Required.text("en", en);
  }

  /** What holds, for people. */
  public String rule() {
    return new Label(vi, en).both();
  }
}
