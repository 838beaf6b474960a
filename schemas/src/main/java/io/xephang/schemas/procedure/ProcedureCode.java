package io.xephang.schemas.procedure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of an administrative procedure, such as {@code 1.003560.000.00.00.H56}.
 *
 * @param written as the sender wrote it, trimmed
 */
public record ProcedureCode(String written) {
  public static final String FORM = "1.003560, 1.003560.000.00.00.H56, 2.002621.H56";

  private static final Pattern PATTERN =
      Pattern.compile("\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2})?(\\.[GH]\\d{2})?(\\.\\d{2})?");
  private static final int ROOT_LENGTH = "1.003560".length();

  public ProcedureCode {
    if (!PATTERN.matcher(written).matches()) {
      throw new IllegalArgumentException("'" + written + "' is no procedure code like " + FORM);
    }
  }

  public static Optional<ProcedureCode> parse(String written) {
    return PATTERN.matcher(written).matches()
        ? Optional.of(new ProcedureCode(written))
        : Optional.empty();
  }

  /** What identifies the procedure, whoever offers it: the first 8 characters. */
  public String root() {
    return written.substring(0, ROOT_LENGTH);
  }
}
