package io.xephang.warehouse;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What one publication says otherwise than another. For one thread. */
public final class PublicationComparison implements AutoCloseable {
  private final Connection connection;

  private PublicationComparison(Connection connection) {
    this.connection = connection;
  }

  /** Opens both; neither is changed. */
  public static PublicationComparison open(ServedFile before, ServedFile after)
      throws SQLException {
    Properties settings = ResourceLimits.ofOneDatabase();
    settings.setProperty("jdbc_stream_results", "true");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute(attach(before, "one"));
      statement.execute(attach(after, "other"));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return new PublicationComparison(connection);
  }

  private static String attach(ServedFile served, String name) {
    return "ATTACH "
        + SqlText.literal(served.database().toString())
        + " AS "
        + name
        + " (READ_ONLY)";
  }

  /** The files that count otherwise, by feed and name. */
  public List<ChangedStatement> statements() throws SQLException {
    List<ChangedStatement> changed = new ArrayList<>();
    try (PreparedStatement files = connection.prepareStatement(SqlText.of("difference/files.sql"));
        ResultSet row = files.executeQuery()) {
      while (row.next()) {
        changed.add(
            new ChangedStatement(
                row.getString("file"),
                row.getString("feed"),
                row.getString("status_before"),
                row.getString("status_after")));
      }
    }
    return List.copyOf(changed);
  }

  /**
   * The rows of rankings that differ. First those that hold on the as-of dates of the two, whatever
   * their dates: {@code period_end} is that of the second, {@code period_end_before} that of the
   * first. Then those of the same period. In both: changed values, the largest change first, then
   * lost rows, ranks alone, at last new rows.
   */
  public void rankings(RowSink sink) throws SQLException, IOException {
    try (PreparedStatement rankings =
            connection.prepareStatement(SqlText.of("difference/rankings.sql"));
        ResultSet result = rankings.executeQuery()) {
      ResultRows.handOut(result, sink);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
