package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.duckdb.StreamingQuery;

/**
 * Reads the served database that is current when it is opened, and that one until it is closed,
 * whatever is published meanwhile. Safe for use by several threads: every query has a connection of
 * its own.
 */
public final class Warehouse implements AutoCloseable {
  /** The driver's words for an error that it does not tell. */
  private static final String WITHOUT_REASON = "Invalid result set";

  private final DuckDBConnection root;

  private final ServedFile served;

  private Warehouse(DuckDBConnection root, ServedFile served) {
    this.root = root;
    this.served = served;
  }

  /** The database that it reads, whatever has become the current one meanwhile. */
  public ServedFile served() {
    return served;
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
    while (true) {
      try {
        return open(folder.served(name));
      } catch (SQLException | NoSuchFileException e) {
        // Whoever has read the name of the current database may find it gone: other publications
        // have come since. Then the name is another one now.
        String now = folder.current().orElseThrow(() -> new NoServedDatabase(home));
        if (now.equals(name)) {
          throw e;
        }
        name = now;
      }
    }
  }

  /** Opens a database that somebody has found: that of an older publication. */
  public static Warehouse open(ServedFile served) throws SQLException {
    return open(served, List.of());
  }

  /**
   * Answers one SELECT into a Parquet file, in bounded memory. The SELECT runs as any other does,
   * with the same rights: the file that is written is the only one more that DuckDB may touch. The
   * file has every row.
   *
   * <p>No other warehouse may be open in this process: DuckDB opens a database under one set of
   * settings, and these are not those of readers.
   *
   * @param time most of it, from the start to the last row
   * @param cancellation through which any thread can have it stop
   * @param file absolute; what it held is lost, and it is no whole file if this fails
   * @throws QueryRefused if the text is anything but one SELECT over the public surface
   * @throws QueryFailed if DuckDB cannot answer it, or not in time, or cannot write the file
   */
  public static void exportParquet(
      ServedFile served, Select select, Duration time, Cancellation cancellation, Path file)
      throws QueryRefused, QueryFailed, SQLException, IOException {
    // What an earlier file of this name holds must not become readable.
    Files.deleteIfExists(file);
    try (Warehouse warehouse = open(served, List.of(file.toString()))) {
      warehouse.copyInto(select, new QueryLimits(time, Long.MAX_VALUE), cancellation, file);
    }
  }

  private static Warehouse open(ServedFile served, List<String> alsoAllowed) throws SQLException {
    SpillFolder.clearAbandoned(Clock.systemUTC());
    List<String> allowed = new ArrayList<>(served.files());
    allowed.addAll(alsoAllowed);
    return new Warehouse(
        (DuckDBConnection)
            DriverManager.getConnection(
                "jdbc:duckdb:" + served.database(),
                ReadOnlySettings.reading(served.database(), allowed)),
        served);
  }

  /**
   * Answers one SELECT, row by row, within {@link QueryLimits#DEFAULT}.
   *
   * @throws QueryRefused if the text is anything but one SELECT over the public surface
   * @throws QueryFailed if DuckDB cannot answer it, or not within the limits
   * @throws IOException if the sink throws it
   */
  public Answered select(String sql, RowSink sink) throws QueryRefused, QueryFailed, IOException {
    return select(Select.of(sql), QueryLimits.DEFAULT, new Cancellation(), sink);
  }

  /**
   * Answers one SELECT, row by row. The rows are handed out on another thread; once this has
   * returned or thrown, it is not called again, though a call that blocks may still be at work.
   *
   * @param cancellation through which any thread can have it stop
   * @throws QueryRefused if the text is anything but one SELECT over the public surface
   * @throws QueryStopped if it was stopped, within a second of the limit or the word
   * @throws QueryFailed if DuckDB cannot answer it
   * @throws IOException if the sink throws it
   */
  public Answered select(Select select, QueryLimits limits, Cancellation cancellation, RowSink sink)
      throws QueryRefused, QueryFailed, IOException {
    WatchedQuery query = new WatchedQuery(root, limits, cancellation);
    return query.run(
        select.sql(),
        connection -> {
          admit(connection, select);
          NumberedSelect numbered = NumberedSelect.of(connection, select);
          try (ResultSet result = numbered.rows(connection)) {
            return ResultRows.handOut(result, sink, limits.rows(), query::requireGoing);
          } catch (SQLException e) {
            query.requireGoing();
            if (String.valueOf(e.getMessage()).contains(WITHOUT_REASON)) {
              StreamingQuery.failWithReason(connection, numbered.sql(), numbered.values());
            }
            throw e;
          }
        });
  }

  private void copyInto(Select select, QueryLimits limits, Cancellation cancellation, Path file)
      throws QueryRefused, QueryFailed, IOException {
    new WatchedQuery(root, limits, cancellation)
        .run(
            select.sql(),
            connection -> {
              admit(connection, select);
              ParquetCopy.of(connection, select, file).run(connection);
              return file;
            });
  }

  /** Judges the text, and prepares the connection for it. */
  private static void admit(Connection connection, Select select)
      throws QueryRefused, SQLException {
    if (StatementGate.check(connection, select.sql(), select.parameters().keySet())
        .callsBounded()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(SqlText.of("gate/bounded_functions.sql"));
      }
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
    NumberedSelect select = new NumberedSelect(sql, Arrays.asList(parameters));
    try (Connection connection = root.duplicate();
        ResultSet result = select.rows(connection)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return List.copyOf(rows);
    } catch (SQLException e) {
      throw new SQLException(QueryFailed.message(e), e);
    }
  }

  /** Answers a question of the product itself row by row. */
  void stream(String sql, RowSink sink, Object... parameters) throws SQLException, IOException {
    NumberedSelect select = new NumberedSelect(sql, Arrays.asList(parameters));
    try (Connection connection = root.duplicate();
        ResultSet result = select.rows(connection)) {
      ResultRows.handOut(result, sink);
    }
  }

  @Override
  public void close() throws SQLException {
    root.close();
  }
}
