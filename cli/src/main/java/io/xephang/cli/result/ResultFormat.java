package io.xephang.cli.result;

import java.util.Locale;

/** The forms in which rows are given. */
public enum ResultFormat {
  TABLE,
  CSV,
  EXCEL_CSV,
  JSON,
  NDJSON,
  PARQUET,
  XLSX;

  /** Whether it is no text: it needs a file. */
  public boolean isBinary() {
    return this == PARQUET || this == XLSX;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
