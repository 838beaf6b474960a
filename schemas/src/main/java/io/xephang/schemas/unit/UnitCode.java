package io.xephang.schemas.unit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identification code of a ministry, province or a unit below it, in the form that is stored, such
 * as {@code H47.14.05} (Quyết định 20/2020/QĐ-TTg).
 */
public record UnitCode(String value) implements Serializable, Comparable<UnitCode> {
  public static final String FORMS = "H47, H47.14.05 or 000.05.14.H47";

  private static final Pattern ROOT = Pattern.compile("[GH]\\d{2}");
  private static final Pattern ROOT_FIRST = Pattern.compile("[GH]\\d{2}(\\.\\d{2,3})*");
  private static final Pattern ROOT_LAST = Pattern.compile("(\\d{2,3}\\.)+[GH]\\d{2}");

  public UnitCode {
    if (!ROOT_FIRST.matcher(value).matches()) {
      throw new IllegalArgumentException("'" + value + "' is no unit code like H47.14.05");
    }
  }

  /**
   * Reads either written form: {@code H47.14.05} and the older {@code 000.05.14.H47}, which is read
   * right to left with all-zero groups dropped.
   */
  public static Optional<UnitCode> parse(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (ROOT_FIRST.matcher(code).matches()) {
      return Optional.of(new UnitCode(code));
    }
    if (!ROOT_LAST.matcher(code).matches()) {
      return Optional.empty();
    }
    List<String> groups = new ArrayList<>(List.of(code.split("\\.")));
    Collections.reverse(groups);
    groups.removeIf(group -> group.chars().allMatch(c -> c == '0'));
    return Optional.of(new UnitCode(String.join(".", groups)));
  }

  /** The ministry or province: the first group. */
  public UnitCode root() {
    return new UnitCode(value.substring(0, 3));
  }

  public boolean isRoot() {
    return ROOT.matcher(value).matches();
  }

  /** The code one group shorter, or empty for a ministry or province. */
  public Optional<UnitCode> parent() {
    return isRoot()
        ? Optional.empty()
        : Optional.of(new UnitCode(value.substring(0, value.lastIndexOf('.'))));
  }

  /** Whether the other code is a dotted prefix of this one. */
  public boolean liesBelow(UnitCode other) {
    return value.startsWith(other.value + ".");
  }

  @Override
  public int compareTo(UnitCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
