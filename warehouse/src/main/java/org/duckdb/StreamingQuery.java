package org.duckdb;

import java.sql.SQLException;
import java.util.List;

/**
 * What the driver cannot do with a query whose rows are being fetched: stop it, and say why it
 * failed. It lies in the driver's package, since there is no other way to its connection; a driver
 * that changes breaks the build, not a deployment.
 */
public final class StreamingQuery {
  private StreamingQuery() {}

  /**
   * Has the query of a connection stop, be it executed or fetched. {@code Statement.cancel} does
   * nothing while rows are fetched. Any thread may call this, as long as the connection stays open
   * meanwhile.
   */
  public static void interrupt(DuckDBConnection connection) {
    DuckDBNative.duckdb_jdbc_interrupt(connection.connRef);
  }

  /**
   * Does nothing if the query succeeds; its rows are dropped. A query that fails before its first
   * rows are handed out is reported as "Invalid result set": run here once more, it fails with the
   * reason.
   *
   * @param values of the parameters {@code $1} … in it
   * @throws SQLException why it fails
   */
  public static void failWithReason(DuckDBConnection connection, String sql, List<Object> values)
      throws SQLException {
    try (DuckDBPreparedStatement statement =
        (DuckDBPreparedStatement) connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (DuckDBChunkedResult result = statement.query()) {
        while (result.nextChunk()) {
          // Only the end is of interest.
        }
        result.checkError();
      }
    }
  }
}
