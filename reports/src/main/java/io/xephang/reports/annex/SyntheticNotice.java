package io.xephang.reports.annex;

/** What stands above figures that are made up, where nobody reads past it. */
public final class SyntheticNotice {
  /** "Tổng hợp" would mean compiled. */
  public static final String TEXT =
      "SỐ LIỆU GIẢ LẬP dùng để minh họa, không phải số liệu thật (synthetic data)";

  private SyntheticNotice() {}
}
