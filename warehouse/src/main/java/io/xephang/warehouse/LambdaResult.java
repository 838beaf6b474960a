package io.xephang.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lambda returns: DuckDB keeps it for every element of every list of a call, outside of its
 * memory limit, and nothing stops the call. So it must be a number or the like, or be about as long
 * as the element itself. Texts and lists on the way to a number are not kept and may be any.
 */
final class LambdaResult {
  /** Bytes of constants; a pattern counts with the widths of its fields. */
  private static final int MOST_CONSTANT = 100;

  /** Parts that count as short whatever they are: a number has 8 or 16 bytes, an empty text too. */
  private static final int MOST_PARTS = 12;

  /** What the longest field of a pattern of times writes, such as {@code %c}. */
  private static final int TIME_FIELD = 24;

  /** How often the lambda's variables may stand in it. */
  private static final int MOST_USES = 8;

  private static final Set<String> FIXED_SIZE_TYPES =
      Set.of(
          "BIGINT",
          "BOOLEAN",
          "DATE",
          "DECIMAL",
          "DOUBLE",
          "FLOAT",
          "HUGEINT",
          "INT",
          "INTEGER",
          "INTERVAL",
          "SMALLINT",
          "TIME",
          "TIMESTAMP",
          "TINYINT");

  /** Truth values, as they are called in a tree. */
  private static final Set<String> TRUTH_OPERATORS =
      Set.of(
          "COMPARE_IN",
          "COMPARE_NOT_IN",
          "OPERATOR_NOT",
          "OPERATOR_IS_NULL",
          "OPERATOR_IS_NOT_NULL");

  private final Set<String> variables;
  private int constant;
  private int parts;
  private int uses;

  private LambdaResult(Set<String> variables) {
    this.variables = variables;
  }

  /**
   * Judges a lambda.
   *
   * @throws TooLong if its result may be longer than its element
   */
  static void check(Map<String, Object> lambda) throws TooLong {
    Map<String, Object> left = JsonTree.members(lambda.get("lhs"));
    Stream<Map<String, Object>> named =
        left.get("class").equals("FUNCTION") ? arguments(left).stream() : Stream.of(left);
    new LambdaResult(named.map(LambdaResult::firstName).collect(Collectors.toUnmodifiableSet()))
        .add(JsonTree.members(lambda.get("expr")));
  }

  private void add(Map<String, Object> part) throws TooLong {
    switch (JsonTree.text(part.get("class"))) {
      // Truth values.
      case "COMPARISON", "CONJUNCTION", "BETWEEN" -> addShort(part);
      case "CONSTANT" -> addConstant(part, bytes(part));
      case "COLUMN_REF" -> addColumn(part);
      case "CASE" -> {
        for (Object branch : JsonTree.elements(part.get("case_checks"))) {
          add(JsonTree.members(JsonTree.members(branch).get("then_expr")));
        }
        add(JsonTree.members(part.get("else_expr")));
      }
      case "CAST" -> {
        if (castToFixedSize(part)) {
          addShort(part);
        } else {
          add(JsonTree.members(part.get("child")));
        }
      }
      case "OPERATOR" -> {
        if (TRUTH_OPERATORS.contains(JsonTree.text(part.get("type")))) {
          addShort(part);
        } else {
          addAll(JsonTree.elements(part.get("children")).stream().map(JsonTree::members).toList());
        }
      }
      case "FUNCTION" -> addFunction(part);
      default -> throw new TooLong(part, "một phần không rõ", "a part that nobody knows");
    }
  }

  private void addAll(List<Map<String, Object>> parts) throws TooLong {
    for (Map<String, Object> part : parts) {
      add(part);
    }
  }

  private void addFunction(Map<String, Object> call) throws TooLong {
    if (ofFixedSize(call)) {
      addShort(call);
      return;
    }
    String name = name(call);
    if (isDotted(call)) {
      throw new TooLong(call, "'." + name + "(…)'", "'." + name + "(…)'");
    }
    if (name.equals("strftime")) {
      addTimePattern(call);
      return;
    }
    if (name.equals("replace") && replacesByShorter(arguments(call))) {
      add(arguments(call).get(0));
      return;
    }
    if (!AllowedFunctions.inLambdaResults(name)) {
      throw new TooLong(call, "'" + name + "'", "'" + name + "'");
    }
    List<Map<String, Object>> arguments = arguments(call);
    if ((name.equals("format") || name.equals("printf")) && !arguments.isEmpty()) {
      addPattern(arguments.get(0));
    }
    addAll(arguments);
  }

  /** What stands before the point is an argument that is no argument of the tree. */
  private static boolean isDotted(Map<String, Object> call) {
    return JsonTree.elements(JsonTree.members(call.get("qualified_name")).get("path")).size() > 1;
  }

  private void addTimePattern(Map<String, Object> call) throws TooLong {
    for (Map<String, Object> argument : arguments(call)) {
      // The time is of fixed size, and either of the two may be the pattern.
      if (argument.get("class").equals("CONSTANT")) {
        String pattern = JsonTree.text(JsonTree.members(argument.get("literal")).get("text"));
        int fields = (int) pattern.chars().filter(sign -> sign == '%').count();
        addConstant(argument, bytes(argument) + fields * TIME_FIELD);
        return;
      }
    }
    throw new TooLong(
        call, "'strftime' không có mẫu cố định", "'strftime' without a fixed pattern");
  }

  private void addShort(Map<String, Object> part) throws TooLong {
    parts++;
    if (parts > MOST_PARTS) {
      throw new TooLong(part, "hơn " + MOST_PARTS + " phần", "more than " + MOST_PARTS + " parts");
    }
  }

  /** Such as the decimal comma for the point. */
  private static boolean replacesByShorter(List<Map<String, Object>> arguments) {
    return arguments.size() == 3
        && arguments.get(1).get("class").equals("CONSTANT")
        && arguments.get(2).get("class").equals("CONSTANT")
        && bytes(arguments.get(2)) <= bytes(arguments.get(1));
  }

  private static int bytes(Map<String, Object> constant) {
    return JsonTree.text(JsonTree.members(constant.get("literal")).get("text"))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  /** A field of a pattern may be as wide as it says, or name an argument once more. */
  private void addPattern(Map<String, Object> pattern) throws TooLong {
    String text = JsonTree.text(JsonTree.members(pattern.get("literal")).get("text"));
    uses += (int) text.chars().filter(sign -> sign == '{' || sign == '%').count();
    addConstant(
        pattern,
        Stream.of(text.split("\\D+"))
            .filter(digits -> !digits.isEmpty())
            // The gate has no fields of more than three digits: longer ones are text.
            .mapToInt(digits -> digits.length() > 3 ? 0 : Integer.parseInt(digits))
            .sum());
    requireFewUses(pattern);
  }

  private void addConstant(Map<String, Object> part, int bytes) throws TooLong {
    addShort(part);
    constant += bytes;
    if (constant > MOST_CONSTANT) {
      throw new TooLong(
          part,
          "văn bản cố định dài hơn " + MOST_CONSTANT + " byte",
          "a fixed text of more than " + MOST_CONSTANT + " bytes");
    }
  }

  /** With a point in it, it may be a column of a table that is called as the variable is. */
  private void addColumn(Map<String, Object> column) throws TooLong {
    List<String> path =
        JsonTree.elements(column.get("column_names")).stream().map(JsonTree::text).toList();
    String name = String.join(".", path);
    if (!variables.contains(firstName(column))) {
      throw new TooLong(
          column,
          "cột '" + name + "' (nếu là số, hãy viết CAST(" + name + " AS DOUBLE))",
          "the column '" + name + "' (if it is a number, write CAST(" + name + " AS DOUBLE))");
    }
    if (path.size() > 1) {
      String field = path.get(0) + "['" + String.join("']['", path.subList(1, path.size())) + "']";
      throw new TooLong(
          column,
          "'" + name + "' (hãy viết " + field + ")",
          "'" + name + "' (write " + field + ")");
    }
    uses++;
    requireFewUses(column);
  }

  private void requireFewUses(Map<String, Object> part) throws TooLong {
    if (uses > MOST_USES) {
      throw new TooLong(
          part,
          "biến của nó hơn " + MOST_USES + " lần",
          "its variable more than " + MOST_USES + " times");
    }
  }

  /** Also a sum of which one part is a number: then the other one is no list. */
  private static boolean ofFixedSize(Map<String, Object> call) {
    String name = name(call);
    return AllowedFunctions.ofFixedSize(name)
        || ((name.equals("+") || name.equals("-"))
            && arguments(call).stream().anyMatch(LambdaResult::isNumber));
  }

  private static boolean isNumber(Map<String, Object> part) {
    return switch (JsonTree.text(part.get("class"))) {
      case "CAST" -> castToFixedSize(part);
      case "FUNCTION" -> ofFixedSize(part);
      default -> false;
    };
  }

  private static boolean castToFixedSize(Map<String, Object> cast) {
    Map<String, Object> type = JsonTree.members(cast.get("type_expr"));
    return FIXED_SIZE_TYPES.contains(JsonTree.text(type.get("type_name")).toUpperCase(Locale.ROOT));
  }

  private static String name(Map<String, Object> call) {
    return JsonTree.text(call.get("function_name")).toLowerCase(Locale.ROOT);
  }

  private static List<Map<String, Object>> arguments(Map<String, Object> call) {
    return JsonTree.elements(call.get("arguments")).stream()
        .map(argument -> JsonTree.members(JsonTree.members(argument).get("expression")))
        .toList();
  }

  private static String firstName(Map<String, Object> column) {
    List<Object> names = JsonTree.elements(column.get("column_names"));
    return names.isEmpty() ? "" : JsonTree.text(names.get(0)).toLowerCase(Locale.ROOT);
  }

  /** A part makes the result longer than its element, or nobody can tell. */
  static final class TooLong extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> part;

    TooLong(Map<String, Object> part, String found, String foundInEnglish) {
      super(
          "Kết quả của lambda phải là số, ngày, đúng/sai, hoặc văn bản ngắn từ chính biến của nó; ở đây có "
              + found
              + ": hãy dùng unnest / What a lambda returns must be a number, a date, a truth value or"
              + " a short text of its own variable; found "
              + foundInEnglish
              + ": use unnest");
      this.part = part;
    }

    Map<String, Object> part() {
      return part;
    }
  }
}
