package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Reads the served database that is current when it is opened, and that one until it is closed,
 * whatever is published meanwhile. Safe for use by several threads: every query has a connection of
 * its own.
 */
public final class Warehouse implements AutoCloseable {
  private final DuckDBConnection root;

  private Warehouse(DuckDBConnection root) {
    this.root = root;
  }

  /**
   * Opens the current database.
   *
   * @throws NoServedDatabase if nothing was published yet
   */
  public static Warehouse open(DeploymentHome home)
      throws NoServedDatabase, SQLException, IOException {
    ServingFolder folder = new ServingFolder(home);
    String name = folder.current().orElseThrow(() -> new NoServedDatabase(home));
    try {
      return open(folder, name);
    } catch (SQLException | NoSuchFileException e) {
      // Two switches may have come between reading the name and opening the file.
      Optional<String> now = folder.current();
      if (now.isEmpty() || now.get().equals(name)) {
        throw e;
      }
      return open(folder, now.get());
    }
  }

  private static Warehouse open(ServingFolder folder, String name)
      throws SQLException, IOException {
    return new Warehouse(
        (DuckDBConnection)
            DriverManager.getConnection(
                "jdbc:duckdb:" + folder.database(name),
                ReadOnlySettings.reading(folder.filesOf(name))));
  }

  /**
   * Answers one SELECT, row by row.
   *
   * @throws QueryRefused if the text is anything but one SELECT
   * @throws QueryFailed if DuckDB cannot answer it
   * @throws IOException if the sink throws it
   */
  public void select(String sql, RowSink sink) throws QueryRefused, QueryFailed, IOException {
    try (Connection connection = root.duplicate()) {
      StatementGate.check(connection, sql);
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        stream(result, sink);
      }
    } catch (SQLException e) {
      throw QueryFailed.because(e, surface());
    }
  }

  /** What an annex needs. */
  public Rankings rankings() {
    return new Rankings(this);
  }

  /** How the deployment stands. */
  public Standing standing() {
    return new Standing(this);
  }

  /** What was rejected. */
  public Rejections rejections() {
    return new Rejections(this);
  }

  /** What was delivered. */
  public Statements statements() {
    return new Statements(this);
  }

  /** Turns the row that a result stands on into a value. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Answers a question of the product itself, which needs no gate. */
  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    try (Connection connection = root.duplicate();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return List.copyOf(rows);
    }
  }

  /** Answers a question of the product itself row by row. */
  void stream(String sql, RowSink sink, Object... parameters) throws SQLException, IOException {
    try (Connection connection = root.duplicate();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        stream(result, sink);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    root.close();
  }

  private static void stream(ResultSet result, RowSink sink) throws SQLException, IOException {
    ResultSetMetaData described = result.getMetaData();
    int width = described.getColumnCount();
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(new ResultColumn(described.getColumnLabel(i), described.getColumnTypeName(i)));
    }
    sink.columns(columns);
    while (result.next()) {
      List<Object> values = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        values.add(ResultValue.of(result.getObject(i)));
      }
      sink.row(values);
    }
    sink.end();
  }

  private List<String> surface() {
    try {
      return list(SqlText.of("surface.sql"), row -> row.getString(1));
    } catch (SQLException e) {
      return List.of();
    }
  }
}
