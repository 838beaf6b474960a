package io.xephang.schemas;

import io.xephang.schemas.target.Target;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code targets/targets.csv}. */
final class TargetFile {
  private static final String PATH = "targets/targets.csv";

  private TargetFile() {}

  static List<Target> read(DefinitionFiles files, Set<String> indicators) {
    Set<String> seen = new HashSet<>();
    return DefinitionTable.read(
        files,
        PATH,
        List.of("indicator", "target", "due", "legal_basis"),
        row -> {
          Target target =
              new Target(
                  row.text("indicator"),
                  percent(Required.text("target", row.text("target"))),
                  row.date("due"),
                  row.text("legal_basis"));
          if (!indicators.contains(target.indicator())) {
            throw new IllegalArgumentException(
                "'indicator' is '" + target.indicator() + "', expected one of " + indicators);
          }
          if (!seen.add(target.indicator() + target.due())) {
            throw new IllegalArgumentException(
                target.indicator() + " has two targets due on " + target.due());
          }
          return target;
        });
  }

  private static BigDecimal percent(String written) {
    if (!written.matches("\\d{1,3}(\\.\\d+)?%")) {
      throw new IllegalArgumentException(
          "'target' is '" + written + "', expected a percentage like 30%");
    }
    return new BigDecimal(written.substring(0, written.length() - 1)).movePointLeft(2);
  }
}
