package io.xephang.notebooks;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Percentages on charts, with a comma. */
final class PercentFormat {
  private static final DecimalFormatSymbols SYMBOLS =
      DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi-VN"));

  private PercentFormat() {}

  /** {@code 54,53%}. */
  static NumberFormat exact() {
    return new DecimalFormat("0.00%", SYMBOLS);
  }

  /** Without needless zeros: {@code 20%}. */
  static NumberFormat axis() {
    return new DecimalFormat("0.#%", SYMBOLS);
  }
}
