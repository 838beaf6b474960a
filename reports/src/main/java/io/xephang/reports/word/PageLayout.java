package io.xephang.reports.word;

import java.math.BigInteger;

/** The sheet of Nghị định 30/2020/NĐ-CP, phụ lục I, phần I, mục I: A4 and its margins. */
final class PageLayout {
  static final int WIDTH_MM = 210;
  static final int HEIGHT_MM = 297;

  /** 20–25 mm at the top and at the bottom. */
  static final int TOP_AND_BOTTOM_MM = 20;

  /** 30–35 mm. */
  static final int LEFT_MM = 30;

  /** 15–20 mm. */
  static final int RIGHT_MM = 15;

  /** The page number stands in the middle of the upper margin. */
  static final int HEADER_MM = 10;

  static final int TEXT_WIDTH_MM = WIDTH_MM - LEFT_MM - RIGHT_MM;

  private PageLayout() {}

  /** Millimetres in twentieths of a point. */
  static BigInteger twips(double millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
  }
}
