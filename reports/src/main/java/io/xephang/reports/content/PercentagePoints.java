package io.xephang.reports.content;

import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.schemas.indicator.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Differences of rates, with two decimals. */
final class PercentagePoints {
  private static final int DIGITS = 2;

  private PercentagePoints() {}

  /** For a table: {@code +1,23}, {@code -0,50}, {@code 0,00}. */
  static String signed(BigDecimal points) {
    return (shown(points).signum() > 0 ? "+" : "") + VietnameseNumber.decimal(points, DIGITS);
  }

  /** For a sentence: {@code tăng 1,23 điểm phần trăm}. */
  static String change(BigDecimal points) {
    return switch (shown(points).signum()) {
      case 1 -> "tăng " + magnitude(points);
      case -1 -> "giảm " + magnitude(points);
      default -> "không đổi";
    };
  }

  /** From a target: {@code còn thiếu 17,27 điểm phần trăm}. */
  static String gap(BigDecimal aboveTarget, Direction direction) {
    return switch (direction) {
      case HIGHER_IS_BETTER ->
          (misses(aboveTarget, direction) ? "còn thiếu " : "vượt ") + magnitude(aboveTarget);
      case LOWER_IS_BETTER ->
          (misses(aboveTarget, direction) ? "cao hơn mục tiêu " : "thấp hơn mục tiêu ")
              + magnitude(aboveTarget);
    };
  }

  /** Whether the target is not reached. */
  static boolean misses(BigDecimal aboveTarget, Direction direction) {
    return direction == Direction.LOWER_IS_BETTER
        ? aboveTarget.signum() > 0
        : aboveTarget.signum() < 0;
  }

  private static String magnitude(BigDecimal points) {
    return VietnameseNumber.decimal(points.abs(), DIGITS) + " điểm phần trăm";
  }

  private static BigDecimal shown(BigDecimal points) {
    return points.setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
