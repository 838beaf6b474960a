package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return open(home, List.of());
  }

  /**
   * Answers one SELECT into a Parquet file, in bounded memory. The SELECT runs as any other does,
   * with the same rights: the file that is written is the only one more that DuckDB may touch.
   *
   * <p>No other warehouse may be open in this process: DuckDB opens a database under one set of
   * settings, and these are not those of readers.
   *
   * @param file absolute; what it held is lost, and it is no whole file if this fails
   * @throws NoServedDatabase if nothing was published yet
   * @throws QueryRefused if the text is anything but one SELECT
   * @throws QueryFailed if DuckDB cannot answer it or cannot write the file
   */
  public static void exportParquet(DeploymentHome home, String sql, Path file)
      throws NoServedDatabase, QueryRefused, QueryFailed, SQLException, IOException {
    exportParquet(home, Select.of(sql), file);
  }

  /**
   * Answers one SELECT with parameters into a Parquet file.
   *
   * @see #exportParquet(DeploymentHome, String, Path)
   */
  public static void exportParquet(DeploymentHome home, Select select, Path file)
      throws NoServedDatabase, QueryRefused, QueryFailed, SQLException, IOException {
    // What an earlier file of this name holds must not become readable.
    Files.deleteIfExists(file);
    try (Warehouse warehouse = open(home, List.of(file.toString()))) {
      warehouse.copyInto(select, file);
    }
  }

  private static Warehouse open(DeploymentHome home, List<String> alsoAllowed)
      throws NoServedDatabase, SQLException, IOException {
    ServingFolder folder = new ServingFolder(home);
    String name = folder.current().orElseThrow(() -> new NoServedDatabase(home));
    try {
      return open(folder, name, alsoAllowed);
    } catch (SQLException | NoSuchFileException e) {
      // Two switches may have come between reading the name and opening the file.
      Optional<String> now = folder.current();
      if (now.isEmpty() || now.get().equals(name)) {
        throw e;
      }
      return open(folder, now.get(), alsoAllowed);
    }
  }

  private static Warehouse open(ServingFolder folder, String name, List<String> alsoAllowed)
      throws SQLException, IOException {
    List<String> allowed = new ArrayList<>(folder.filesOf(name));
    allowed.addAll(alsoAllowed);
    return new Warehouse(
        (DuckDBConnection)
            DriverManager.getConnection(
                "jdbc:duckdb:" + folder.database(name), ReadOnlySettings.reading(allowed)));
  }

  /**
   * Answers one SELECT, row by row.
   *
   * @throws QueryRefused if the text is anything but one SELECT
   * @throws QueryFailed if DuckDB cannot answer it
   * @throws IOException if the sink throws it
   */
  public void select(String sql, RowSink sink) throws QueryRefused, QueryFailed, IOException {
    select(Select.of(sql), sink);
  }

  /**
   * Answers one SELECT with parameters, row by row.
   *
   * @see #select(String, RowSink)
   */
  public void select(Select select, RowSink sink) throws QueryRefused, QueryFailed, IOException {
    try (Connection connection = root.duplicate()) {
      StatementGate.check(connection, select.sql());
      NumberedSelect numbered = NumberedSelect.of(connection, select);
      try (PreparedStatement statement = connection.prepareStatement(numbered.sql())) {
        numbered.bind(statement);
        try (ResultSet result = statement.executeQuery()) {
          stream(result, sink);
        }
      }
    } catch (SQLException e) {
      throw QueryFailed.because(e, surface());
    }
  }

  private void copyInto(Select select, Path file) throws QueryRefused, QueryFailed {
    try (Connection connection = root.duplicate()) {
      StatementGate.check(connection, select.sql());
      ParquetCopy.of(connection, select, file).run(connection);
    } catch (SQLException e) {
      throw QueryFailed.because(e, surface());
    }
  }

  /** What numbers of the surface count in, by the names of their columns. */
  public Map<String, Measure> measures() throws SQLException {
    Map<String, Measure> measures = new HashMap<>();
    for (var named :
        list(
            SqlText.of("provenance/measures.sql"),
            row -> Map.entry(row.getString("name"), Measure.parse(row.getString("measure"))))) {
      measures.put(named.getKey(), named.getValue().orElseThrow());
    }
    return measures;
  }

  /** What a result rests on. */
  public Provenance provenance() throws SQLException {
    return new Provenance(
        rankings().publication(),
        list(SqlText.of("provenance/indicators.sql"), Provenance.DefinedIndicator::of),
        new Sources(
            list(SqlText.of("provenance/files.sql"), row -> row.getString("file")), List.of()));
  }

  /** What an annex needs. */
  public Rankings rankings() {
    return new Rankings(this);
  }

  /** What the report of one unit needs. */
  public UnitFigures unitFigures() {
    return new UnitFigures(this);
  }

  /** What is counted of dossiers in any span of days. */
  public DossierCounts dossierCounts() {
    return new DossierCounts(this);
  }

  /** Why values are what they are. */
  public Explanations explanations() {
    return new Explanations(this);
  }

  /** The units, as people write them. */
  public Units units() {
    return new Units(this);
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
