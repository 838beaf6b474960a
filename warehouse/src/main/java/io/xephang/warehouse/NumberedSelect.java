package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A {@link Select} as the driver can run it: it knows parameters by number alone ({@code $1}), so
 * names are replaced where DuckDB's own parser found them, never in a text or a comment.
 *
 * @param values the first is that of {@code $1}
 */
record NumberedSelect(String sql, List<Object> values) {

  /**
   * Numbers the parameters.
   *
   * @throws IllegalArgumentException if the text and the values do not name the same parameters
   */
  static NumberedSelect of(Connection connection, Select select) throws SQLException {
    if (select.parameters().isEmpty()) {
      return new NumberedSelect(select.sql(), List.of());
    }
    List<String> names = new ArrayList<>(select.parameters().keySet());
    TreeMap<Integer, String> found = found(connection, select.sql());
    if (!found.values().containsAll(names) || !names.containsAll(found.values())) {
      throw new IllegalArgumentException(
          "the SELECT has the parameters "
              + found.values().stream().distinct().toList()
              + ", given are "
              + names);
    }
    byte[] text = select.sql().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream numbered = new ByteArrayOutputStream();
    int done = 0;
    for (var parameter : found.entrySet()) {
      numbered.write(text, done, parameter.getKey() - done);
      numbered.writeBytes(
          ("$" + (names.indexOf(parameter.getValue()) + 1)).getBytes(StandardCharsets.UTF_8));
      done = parameter.getKey() + 1 + parameter.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    numbered.write(text, done, text.length - done);
    return new NumberedSelect(
        numbered.toString(StandardCharsets.UTF_8), new ArrayList<>(select.parameters().values()));
  }

  /**
   * The rows. Their statement is closed with them, or with the connection. Without values it is not
   * prepared: DuckDB plans what is prepared once more when it runs.
   */
  ResultSet rows(Connection connection) throws SQLException {
    if (values.isEmpty()) {
      Statement statement = connection.createStatement();
      statement.closeOnCompletion();
      return statement.executeQuery(sql);
    }
    PreparedStatement statement = prepared(connection, sql, values);
    statement.closeOnCompletion();
    return statement.executeQuery();
  }

  /** A statement whose parameters {@code $1} … have values. */
  static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  /** The names by the place at which they stand, in bytes of UTF-8. */
  private static TreeMap<Integer, String> found(Connection connection, String sql)
      throws SQLException {
    TreeMap<Integer, String> found = new TreeMap<>();
    try (PreparedStatement serialize =
        connection.prepareStatement("SELECT CAST(json_serialize_sql(?) AS VARCHAR)")) {
      serialize.setString(1, sql);
      try (ResultSet result = serialize.executeQuery()) {
        result.next();
        collect(result.getString(1), found);
      }
    } catch (IOException e) {
      throw new IllegalStateException("DuckDB's parser gave no JSON", e);
    }
    return found;
  }

  private static void collect(String tree, TreeMap<Integer, String> found) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(tree)) {
      boolean parameter = false;
      int place = 0;
      // Of a node the type comes first, then the place, then what it is called.
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String key = parser.currentName();
        if (token == JsonToken.VALUE_STRING && "type".equals(key)) {
          parameter = parser.getText().equals("VALUE_PARAMETER");
        } else if (parameter
            && token == JsonToken.VALUE_NUMBER_INT
            && "query_location".equals(key)) {
          place = parser.getIntValue();
        } else if (parameter && token == JsonToken.VALUE_STRING && "identifier".equals(key)) {
          found.put(place, parser.getText());
          parameter = false;
        }
      }
    }
  }
}
