package io.xephang.scheduler.dag;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in the text of a file. dag-factory expands {@code $NAME} and <code>${NAME}</code> when
 * it reads a file, if such a variable is set; whatever else begins with a dollar stays.
 */
final class EnvironmentText {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)\\})");

  private EnvironmentText() {}

  static String expanded(String text, Map<String, String> environment) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(environment.getOrDefault(name, found.group()));
            });
  }
}
