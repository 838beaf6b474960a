package io.xephang.scheduler.template;

import io.xephang.scheduler.template.Expression.Call;
import io.xephang.scheduler.template.Expression.Filtered;
import io.xephang.scheduler.template.Expression.Literal;
import io.xephang.scheduler.template.Expression.Member;
import io.xephang.scheduler.template.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what stands between the braces. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<name>[A-Za-z_]\\w*)|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<sign>[.,|=()\\[\\]]))");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN
  }

  private record Token(Kind kind, String text) {}

  private ExpressionParser(String source) {
    this.source = source;
  }

  static Expression parse(String source) throws InvalidTemplate {
    ExpressionParser parser = new ExpressionParser(source);
    parser.tokenise();
    Expression expression = parser.filtered();
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected();
    }
    return expression;
  }

  private void tokenise() throws InvalidTemplate {
    String text = source.strip();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new InvalidTemplate(
            source,
            "không hiểu / not understood: '"
                + text.substring(at)
                + "'; chỉ hỗ trợ tên, thuộc tính, chỉ số, lời gọi và bộ lọc / names, attributes,"
                + " indexes, calls and filters are supported");
      }
      at = matcher.end();
      for (Kind kind : Kind.values()) {
        String found = matcher.group(kind.name().toLowerCase(Locale.ROOT));
        if (found != null) {
          tokens.add(new Token(kind, found));
        }
      }
    }
  }

  private Expression filtered() throws InvalidTemplate {
    Expression expression = postfix();
    while (accept("|")) {
      Token name = take(Kind.NAME);
      Optional<Filter> filter = Filter.of(name.text());
      if (filter.isEmpty()) {
        throw new InvalidTemplate(
            source,
            "bộ lọc lạ / unknown filter '"
                + name.text()
                + "'; có / there are "
                + Stream.of(Filter.values()).map(Filter::id).collect(Collectors.joining(", ")));
      }
      List<Expression> arguments = accept("(") ? arguments(new LinkedHashMap<>()) : List.of();
      if (arguments.size() != filter.get().arguments()) {
        throw new InvalidTemplate(
            source,
            name.text() + ": cần / expected " + filter.get().arguments() + " đối số / arguments");
      }
      expression = new Filtered(expression, filter.get(), arguments);
    }
    return expression;
  }

  private Expression postfix() throws InvalidTemplate {
    Expression expression = primary();
    while (true) {
      if (accept(".")) {
        expression = member(expression, take(Kind.NAME).text());
      } else if (accept("[")) {
        Token key = take(Kind.TEXT, Kind.NUMBER);
        expression = member(expression, key.kind() == Kind.TEXT ? text(key) : number(key));
        expect("]");
      } else if (accept("(")) {
        Map<String, Expression> named = new LinkedHashMap<>();
        List<Expression> positional = arguments(named);
        expression = new Call(expression, positional, named);
      } else {
        return expression;
      }
    }
  }

  private Expression member(Expression owner, Object key) throws InvalidTemplate {
    if (owner instanceof Name name
        && name.name().equals(Macros.ALL.name())
        && !Macros.ALL.values().containsKey(key)) {
      throw new InvalidTemplate(
          source,
          "macro lạ / unknown macro '" + key + "'; có / there are " + Macros.ALL.values().keySet());
    }
    return new Member(owner, key);
  }

  private Expression primary() throws InvalidTemplate {
    if (accept("(")) {
      Expression inner = filtered();
      expect(")");
      return inner;
    }
    Token token = take(Kind.NAME, Kind.TEXT, Kind.NUMBER);
    return switch (token.kind()) {
      case TEXT -> new Literal(text(token));
      case NUMBER -> new Literal(number(token));
      default -> named(token.text());
    };
  }

  private Expression named(String name) throws InvalidTemplate {
    switch (name) {
      case "true", "True" -> {
        return new Literal(true);
      }
      case "false", "False" -> {
        return new Literal(false);
      }
      case "none", "None" -> {
        return new Literal(null);
      }
      default -> {
        if (!TemplateValues.known().contains(name)) {
          throw new InvalidTemplate(
              source,
              "tên lạ / unknown name '" + name + "'; có / there are " + TemplateValues.known());
        }
        return new Name(name);
      }
    }
  }

  /** After the opening parenthesis, up to the closing one. */
  private List<Expression> arguments(Map<String, Expression> named) throws InvalidTemplate {
    List<Expression> positional = new ArrayList<>();
    if (accept(")")) {
      return positional;
    }
    do {
      boolean isNamed =
          next + 1 < tokens.size()
              && tokens.get(next).kind() == Kind.NAME
              && tokens.get(next + 1).equals(new Token(Kind.SIGN, "="));
      if (isNamed) {
        String name = take(Kind.NAME).text();
        expect("=");
        named.put(name, filtered());
      } else {
        positional.add(filtered());
      }
    } while (accept(","));
    expect(")");
    return positional;
  }

  private boolean accept(String sign) {
    if (next < tokens.size() && tokens.get(next).equals(new Token(Kind.SIGN, sign))) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String sign) throws InvalidTemplate {
    if (!accept(sign)) {
      throw unexpected();
    }
  }

  private Token take(Kind... kinds) throws InvalidTemplate {
    if (next < tokens.size() && List.of(kinds).contains(tokens.get(next).kind())) {
      return tokens.get(next++);
    }
    throw unexpected();
  }

  private InvalidTemplate unexpected() {
    return new InvalidTemplate(
        source,
        next < tokens.size()
            ? "không mong đợi / unexpected '" + tokens.get(next).text() + "'"
            : "kết thúc sớm / ends too early");
  }

  private static String text(Token token) {
    String inner = token.text().substring(1, token.text().length() - 1);
    return inner.replaceAll("\\\\(.)", "$1");
  }

  private static Object number(Token token) {
    return token.text().contains(".")
        ? (Object) Double.valueOf(token.text())
        : (Object) Long.valueOf(token.text());
  }
}
