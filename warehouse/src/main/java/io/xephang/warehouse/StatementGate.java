package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * Lets exactly one SELECT through, judged by DuckDB's own parser: {@code json_serialize_sql} gives
 * the tree of what DuckDB would run, and refuses everything but SELECT.
 *
 * <p>The tree is looked at once more, since a SELECT may hold a statement that writes: {@code WITH
 * gone AS (DELETE …) SELECT …}.
 */
final class StatementGate {
  private static final String ONLY_SELECT =
      "Chỉ nhận đúng một câu lệnh SELECT. / Exactly one SELECT statement is accepted";

  /** Nodes that only read; DuckDB names every query node *_NODE. */
  private static final Set<String> READING_NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  // A deeply nested query makes a deep tree; DuckDB's parser has its own limit.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StatementGate() {}

  static void check(Connection connection, String sql) throws QueryRefused, SQLException {
    Tree tree = Tree.of(serialized(connection, sql));
    if (tree.error != null) {
      throw new QueryRefused(
          tree.syntaxError
              ? "Câu lệnh sai cú pháp / Syntax error: " + tree.error + place(sql, tree.position)
              : ONLY_SELECT + "; found a statement of another kind.");
    }
    if (tree.statements != 1) {
      throw new QueryRefused(ONLY_SELECT + "; found " + tree.statements + ".");
    }
    if (tree.writingNode != null) {
      throw new QueryRefused(
          ONLY_SELECT + "; found a part that writes (" + tree.writingNode + ").");
    }
  }

  private static String serialized(Connection connection, String sql) throws SQLException {
    try (PreparedStatement serialize =
        connection.prepareStatement("SELECT CAST(json_serialize_sql(?) AS VARCHAR)")) {
      serialize.setString(1, sql);
      try (ResultSet result = serialize.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private static String place(String sql, int position) {
    if (position < 0 || position > sql.length()) {
      return ".";
    }
    String before = sql.substring(0, position);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = position - before.lastIndexOf('\n');
    return ", dòng / line " + line + ", cột / column " + column + ".";
  }

  /** What the gate wants to know of the tree. */
  private static final class Tree {
    private String error;
    private boolean syntaxError;
    private int position = -1;
    private int statements;
    private String writingNode;

    static Tree of(String json) {
      Tree tree = new Tree();
      try (JsonParser parser = JSON.createParser(json)) {
        int depth = 0;
        boolean inStatements = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          String name = parser.currentName();
          if (token.isStructStart()) {
            inStatements |= depth == 1 && "statements".equals(name);
            // The root object is at depth 1 once open, the list of statements at depth 2.
            if (depth == 2 && inStatements) {
              tree.statements++;
            }
            depth++;
          } else if (token.isStructEnd()) {
            depth--;
          } else if (token == JsonToken.VALUE_STRING && depth == 1) {
            tree.noteError(name, parser.getText());
          } else if (token == JsonToken.VALUE_STRING && "type".equals(name)) {
            tree.noteType(parser.getText());
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException("DuckDB's parser gave no JSON", e);
      }
      return tree;
    }

    private void noteError(String name, String value) {
      switch (name) {
        case "error_message" -> error = value;
        case "error_type" -> syntaxError = value.equals("parser");
        case "position" -> position = Integer.parseInt(value);
        default -> {
          // The other keys say the same in other words.
        }
      }
    }

    private void noteType(String type) {
      if (type.endsWith("_NODE") && !READING_NODES.contains(type)) {
        writingNode = type;
      }
    }
  }
}
