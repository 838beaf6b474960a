package io.xephang.scheduler.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The SQL beside a class: statements in one file, each below a line {@code -- name: …}. */
final class Statements {
  private static final String NAME = "-- name: ";

  private final Map<String, String> statements = new TreeMap<>();

  private Statements() {}

  static Statements of(Class<?> owner) {
    Statements statements = new Statements();
    for (String part : text(owner, owner.getSimpleName() + ".sql").split("(?m)^" + NAME, -1)) {
      int end = part.indexOf('\n');
      if (end > 0 && !part.startsWith("--")) {
        statements.statements.put(part.substring(0, end).strip(), part.substring(end).strip());
      }
    }
    return statements;
  }

  String named(String name) {
    String statement = statements.get(name);
    if (statement == null) {
      throw new IllegalArgumentException(name + " is none of " + statements.keySet());
    }
    return statement;
  }

  static String text(Class<?> owner, String file) {
    try (InputStream stream = owner.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
