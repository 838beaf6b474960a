package io.xephang.scheduler.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement on a connection: values for its question marks, and what becomes of its rows. */
final class Query {
  /** Makes a value of a row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String sql;
  private final Object[] values;

  Query(Connection connection, String sql, Object... values) {
    this.connection = connection;
    this.sql = sql;
    this.values = values;
  }

  <T> List<T> list(Row<T> row) throws SQLException {
    try (PreparedStatement statement = prepared();
        ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(row.of(rows));
      }
      return list;
    }
  }

  <T> Optional<T> first(Row<T> row) throws SQLException {
    return list(row).stream().findFirst();
  }

  int update() throws SQLException {
    try (PreparedStatement statement = prepared()) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private static Object stored(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Query::stored).orElse(null);
    }
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }
}
