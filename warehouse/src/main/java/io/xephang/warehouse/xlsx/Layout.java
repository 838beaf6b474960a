package io.xephang.warehouse.xlsx;

/** How a workbook shows values. */
public enum Layout {
  /** For people: {@code 54,53%}, {@code 1.234}, {@code 20/08/2020}. */
  FORMATTED,
  /** For further work: 0,5453 and 2020-08-20. */
  RAW
}
