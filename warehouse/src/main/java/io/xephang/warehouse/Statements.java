package io.xephang.warehouse;

import java.sql.SQLException;
import java.util.List;

/** The names of delivered statements, as people write them. */
public final class Statements {
  private final Warehouse warehouse;

  Statements(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The statements that are meant; more than one or none if the name does not tell.
   *
   * @param written as in the ledger, or a path that ends so, with {@code .gz} or without
   */
  public List<String> named(String written) throws SQLException {
    return warehouse.list(
        SqlText.of("statements/named.sql"), row -> row.getString("file"), written);
  }

  /** Names that look alike, for those who mistyped. */
  public List<String> similar(String written) throws SQLException {
    return warehouse.list(
        SqlText.of("statements/similar.sql"), row -> row.getString("file"), written);
  }
}
