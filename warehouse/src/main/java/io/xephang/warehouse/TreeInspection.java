package io.xephang.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through the parse tree of one statement and refuses whatever it does not know to be
 * harmless: every kind of node, every table and every function must be on a list of those that are.
 */
final class TreeInspection {
  private static final String POSITION = "query_location";

  /** Query nodes that only read; DuckDB names every query node *_NODE. */
  private static final Set<String> QUERIES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  /** What may stand in FROM. */
  private static final Set<String> SOURCES =
      Set.of(
          "BASE_TABLE",
          "SUBQUERY",
          "JOIN",
          "TABLE_FUNCTION",
          "EXPRESSION_LIST",
          "EMPTY",
          "PIVOT",
          "SHOW_REF");

  /** What orders or limits a result. */
  private static final Set<String> MODIFIERS =
      Set.of(
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "LIMIT_PERCENT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ORDER_DEFAULT",
          "ASCENDING",
          "DESCENDING");

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "BETWEEN",
          "CASE",
          "CAST",
          "COLLATE",
          "COLUMN_REF",
          "COMPARISON",
          "CONJUNCTION",
          "CONSTANT",
          "FUNCTION",
          "LAMBDA",
          "LAMBDA_REF",
          "OPERATOR",
          "PARAMETER",
          "POSITIONAL_REFERENCE",
          "STAR",
          "SUBQUERY",
          "TYPE",
          "WINDOW");

  /** Before a function's name these are no column: a function is found past our macros by them. */
  private static final Set<String> SCHEMAS =
      Set.of("main", "internal", "system", "temp", "pg_catalog", "information_schema", "memory");

  /** Queries within queries. DuckDB was seen to run out of its stack at 1000. */
  private static final int MOST_NESTED = 50;

  /**
   * Calls of bounded functions within each other. Their macros use an argument twice, so each call
   * within another doubles what DuckDB has to plan, which nothing stops.
   */
  private static final int MOST_NESTED_CALLS = 8;

  /**
   * A field of {@code format} with a width of four digits or one that comes from an argument.
   * Numbers in the text around the fields are no widths, nor do two braces open a field.
   */
  private static final Pattern WIDE_FORMAT =
      Pattern.compile("(?<!\\{)(?:\\{\\{)*+\\{[^{}]*(?:\\d{4}|\\{)");

  /**
   * The same for {@code printf}; whatever stands between the % and a letter may be a flag. Two %
   * are a sign of text, unless something stands between them.
   */
  private static final Pattern WIDE_PRINTF =
      Pattern.compile("(?<!%)(?:%%)*+%(?:[^%\\p{L}]*(?:\\d{4}|\\*)|[^%\\p{L}]+%)");

  private final Connection connection;
  private final String sql;
  private final Set<String> parameters;
  private final String catalog;
  private final Set<String> functions = new HashSet<>();
  private int nested;
  private int lambdas;
  private int boundedCalls;

  TreeInspection(Connection connection, String sql, Set<String> parameters) throws SQLException {
    this.connection = connection;
    this.sql = sql;
    this.parameters = Set.copyOf(parameters);
    this.catalog = connection.getCatalog();
  }

  JudgedQuery of(Object statement) throws QueryRefused, SQLException {
    inspect(statement, Set.of());
    return new JudgedQuery(functions);
  }

  /**
   * Looks at a value of the tree and everything below it.
   *
   * @param named what WITH has named so far, in lower case
   */
  private void inspect(Object value, Set<String> named) throws QueryRefused, SQLException {
    if (value instanceof List<?> elements) {
      for (Object element : elements) {
        inspect(element, named);
      }
      return;
    }
    Map<String, Object> node = JsonTree.members(value);
    String type = JsonTree.text(node.get("type"));
    if (node.containsKey("class")) {
      inspectExpression(node, named);
    } else if (QUERIES.contains(type)) {
      inspectQuery(node, named);
    } else if (SOURCES.contains(type)) {
      inspectSource(node, type, named);
    } else if (type.isEmpty() || MODIFIERS.contains(type)) {
      inspectMembers(node, Set.of(), named);
    } else {
      throw refused(
          node,
          StatementGate.ONLY_SELECT
              + (type.endsWith("_QUERY_NODE") || type.endsWith("_NODE")
                  ? "; found a part that writes (" + type + ")"
                  : "; found a part that is not known (" + type + ")"));
    }
  }

  private void inspectMembers(Map<String, Object> node, Set<String> but, Set<String> named)
      throws QueryRefused, SQLException {
    for (Map.Entry<String, Object> member : node.entrySet()) {
      if (!but.contains(member.getKey())) {
        inspect(member.getValue(), named);
      }
    }
  }

  private void inspectQuery(Map<String, Object> query, Set<String> named)
      throws QueryRefused, SQLException {
    nested++;
    if (nested > MOST_NESTED) {
      throw refused(
          query,
          "Truy vấn lồng quá "
              + MOST_NESTED
              + " tầng / Queries are nested more than "
              + MOST_NESTED
              + " times");
    }
    Set<String> inner = named;
    for (Object entry : JsonTree.elements(JsonTree.members(query.get("cte_map")).get("map"))) {
      Map<String, Object> with = JsonTree.members(entry);
      inspect(with.get("value"), inner);
      inner = and(inner, with.get("key"));
    }
    if (query.get("type").equals("RECURSIVE_CTE_NODE")) {
      // Only the second part sees the rows found so far; in the first the name is any table's.
      inspectMembers(query, Set.of("cte_map", "right"), inner);
      inspect(query.get("right"), and(inner, query.get("cte_name")));
    } else {
      inspectMembers(query, Set.of("cte_map"), inner);
    }
    nested--;
  }

  private static Set<String> and(Set<String> named, Object name) {
    return Stream.concat(named.stream(), Stream.of(JsonTree.text(name).toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void inspectSource(Map<String, Object> source, String type, Set<String> named)
      throws QueryRefused, SQLException {
    switch (type) {
      case "BASE_TABLE" -> requirePublic(source, named);
      case "TABLE_FUNCTION" -> {
        Map<String, Object> function = JsonTree.members(source.get("function"));
        requireTableFunction(source, path(function));
        inspectMembers(function, Set.of(), named);
      }
      case "SHOW_REF" -> requireDescription(source);
      case "PIVOT" -> {
        for (Object pivot : JsonTree.elements(source.get("pivots"))) {
          if (!JsonTree.text(JsonTree.members(pivot).get("pivot_enum")).isEmpty()) {
            throw refused(
                source, "PIVOT cần liệt kê giá trị / PIVOT needs its values: IN ('a', 'b')");
          }
        }
      }
      default -> {
        // The others are no more than what they hold.
      }
    }
    inspectMembers(source, Set.of("function"), named);
  }

  private void requirePublic(Map<String, Object> table, Set<String> named)
      throws QueryRefused, SQLException {
    List<String> path = path(table);
    String name = path.get(path.size() - 1);
    boolean unqualified = path.size() == 1;
    if (unqualified && named.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (!ofMain(path) || !PublicSurface.hasView(name) || table.get("at_clause") != null) {
      throw unknown(table, path);
    }
  }

  private QueryRefused unknown(Map<String, Object> source, List<String> path) throws SQLException {
    String name = String.join(".", path);
    Optional<String> similar = PublicSurface.similar(connection, path.get(path.size() - 1));
    return new QueryRefused(
        "Không có bảng / There is no view '"
            + name
            + "'"
            + similar.map(meant -> "; ý là / did you mean '" + meant + "'?").orElse("")
            + place(source)
            + "\nCó thể chọn từ / You can select from: "
            + String.join(", ", PublicSurface.shown(connection)));
  }

  private void requireTableFunction(Map<String, Object> source, List<String> path)
      throws QueryRefused, SQLException {
    String name = path.get(path.size() - 1);
    if (!ofMain(path) || !AllowedFunctions.ofTables(name)) {
      Optional<String> similar = PublicSurface.similar(connection, name);
      throw refused(
          source,
          "Hàm bảng '"
              + String.join(".", path)
              + "' không được dùng ở đây / The table function '"
              + String.join(".", path)
              + "' may not be used here"
              + similar.map(meant -> "; ý là / did you mean '" + meant + "'?").orElse(""));
    }
  }

  /** DESCRIBE and SUMMARIZE hold a query; SHOW TABLES names the views. SHOW x may be a setting. */
  private void requireDescription(Map<String, Object> show) throws QueryRefused {
    String kind = JsonTree.text(show.get("show_type"));
    boolean ofQuery =
        (kind.equals("DESCRIBE") || kind.equals("SUMMARY")) && show.get("query") != null;
    boolean ofViews =
        kind.equals("SHOW_SPECIAL") && JsonTree.text(show.get("table_name")).equals("\"tables\"");
    if (!ofQuery && !ofViews) {
      throw refused(
          show,
          "Chỉ có SHOW TABLES, DESCRIBE bảng và SUMMARIZE bảng / There are SHOW TABLES, DESCRIBE"
              + " view and SUMMARIZE view alone");
    }
  }

  private void inspectExpression(Map<String, Object> expression, Set<String> named)
      throws QueryRefused, SQLException {
    String kind = JsonTree.text(expression.get("class"));
    if (kind.equals("PARAMETER")
        && !parameters.contains(JsonTree.text(expression.get("identifier")))) {
      throw refused(
          expression,
          "Tham số chưa có giá trị: hãy viết giá trị vào câu lệnh / A parameter has no value: write"
              + " the value into the statement");
    }
    if (!EXPRESSIONS.contains(kind)) {
      throw refused(
          expression,
          StatementGate.ONLY_SELECT + "; found a part that is not known (" + kind + ")");
    }
    if (kind.equals("FUNCTION") || kind.equals("WINDOW")) {
      requireFunction(expression);
    }
    if (kind.equals("LAMBDA")) {
      inspectLambda(expression, named);
    } else if (kind.equals("FUNCTION") && AllowedFunctions.bounded(name(expression))) {
      inspectBoundedCall(expression, named);
    } else {
      inspectMembers(expression, Set.of(), named);
    }
  }

  private void inspectLambda(Map<String, Object> lambda, Set<String> named)
      throws QueryRefused, SQLException {
    lambdas++;
    if (lambdas > 1) {
      // A list of lists of what lists hold is any size, made by one call that nothing can stop.
      throw refused(
          lambda,
          "Lambda trong lambda không được dùng ở đây, hãy dùng unnest / A lambda within a lambda"
              + " may not be used here, use unnest");
    }
    inspectMembers(lambda, Set.of(), named);
    try {
      LambdaResult.check(lambda);
    } catch (LambdaResult.TooLong e) {
      throw refused(e.part(), e.getMessage());
    }
    lambdas--;
  }

  private void inspectBoundedCall(Map<String, Object> call, Set<String> named)
      throws QueryRefused, SQLException {
    boundedCalls++;
    if (boundedCalls > MOST_NESTED_CALLS) {
      throw refused(
          call,
          "Các hàm như replace lồng nhau quá "
              + MOST_NESTED_CALLS
              + " tầng, hãy dùng translate hoặc WITH / Functions such as replace are nested more than "
              + MOST_NESTED_CALLS
              + " times, use translate or WITH");
    }
    inspectMembers(call, Set.of(), named);
    boundedCalls--;
  }

  private static String name(Map<String, Object> call) {
    List<String> path = path(call);
    return path.get(path.size() - 1);
  }

  private void requireFunction(Map<String, Object> call) throws QueryRefused {
    List<String> path = path(call);
    String name = name(call);
    if (!bare(path) || !AllowedFunctions.ofValues(name)) {
      throw refused(
          call,
          "Hàm '"
              + String.join(".", path)
              + "' không được dùng ở đây / The function '"
              + String.join(".", path)
              + "' may not be used here");
    }
    if (name.equalsIgnoreCase("format")) {
      requireNarrow(call, path, WIDE_FORMAT);
    }
    if (name.equalsIgnoreCase("printf")) {
      requireNarrow(call, path, WIDE_PRINTF);
    }
    functions.add(name.toLowerCase(Locale.ROOT));
  }

  /** column.function(…) is a call as well, so anything but a schema may stand before the name. */
  private boolean bare(List<String> path) {
    String before = path.get(0);
    return path.size() == 1
        || (path.size() == 2
            && !SCHEMAS.contains(before.toLowerCase(Locale.ROOT))
            && !before.equalsIgnoreCase(catalog));
  }

  private static boolean ofMain(List<String> path) {
    return path.size() == 1 || (path.size() == 2 && path.get(0).equalsIgnoreCase("main"));
  }

  private void requireNarrow(Map<String, Object> call, List<String> path, Pattern wide)
      throws QueryRefused {
    List<Object> arguments = JsonTree.elements(call.get("arguments"));
    Map<String, Object> literal =
        arguments.isEmpty() || path.size() > 1
            ? Map.of()
            : JsonTree.members(
                JsonTree.members(JsonTree.members(arguments.get(0)).get("expression"))
                    .get("literal"));
    if (!JsonTree.text(literal.get("kind")).equals("STRING")
        || wide.matcher(JsonTree.text(literal.get("text"))).find()) {
      throw refused(
          call,
          "Mẫu của format và printf phải là chuỗi viết sẵn, độ rộng nhiều nhất 3 chữ số / The"
              + " pattern of format and printf must be a literal, with widths of 3 digits at most");
    }
  }

  private static List<String> path(Map<String, Object> node) {
    return JsonTree.elements(JsonTree.members(node.get("qualified_name")).get("path")).stream()
        .map(JsonTree::text)
        .toList();
  }

  private QueryRefused refused(Map<String, Object> node, String why) {
    return new QueryRefused(why + place(node));
  }

  /** Nodes that DuckDB made itself have no position. */
  private String place(Map<String, Object> node) {
    return node.get(POSITION) instanceof Number offset
        ? QueryPlace.of(sql, offset.longValue()).map(at -> ", " + at.shown()).orElse(".")
        : ".";
  }
}
