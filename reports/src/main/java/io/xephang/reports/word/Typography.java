package io.xephang.reports.word;

import java.util.regex.Pattern;

/** Spaces that no line may end at, where Vietnamese officials write none. */
final class Typography {
  private static final char NO_BREAK_SPACE = '\u00A0';

  /** {@code ngày 20}, {@code số 3485/BTTTT-THH}, {@code mức độ 4}, {@code tháng …}. */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile(
          "(?<!\\p{L})((?:ngày|tháng|năm|số|quý|mục|độ|mức|tuần|Điều|Số)) (?=[\\d…IVX])",
          Pattern.UNICODE_CASE);

  /** {@code 05 bộ}, {@code 22 tỉnh}, {@code 12,03 điểm}. */
  private static final Pattern BEHIND_NUMBER =
      Pattern.compile("(?<=\\d) (?=(?:bộ|tỉnh|đơn vị|dịch vụ|hồ sơ|điểm|tệp|lượt)(?!\\p{L}))");

  /** A syllable of a name that would stand alone in the head of a column. */
  private static final Pattern WITHIN_NAME = Pattern.compile("(?<=Trung) (?=ương(?!\\p{L}))");

  /** No line begins with a dash: {@code Bà Rịa - Vũng Tàu}, {@code 1/8/2020 – 31/8/2020}. */
  private static final Pattern BEFORE_DASH = Pattern.compile(" (?=[-–] )");

  private Typography() {}

  static String of(String text) {
    String bound = BEFORE_NUMBER.matcher(text).replaceAll("$1" + NO_BREAK_SPACE);
    bound = BEHIND_NUMBER.matcher(bound).replaceAll(String.valueOf(NO_BREAK_SPACE));
    bound = WITHIN_NAME.matcher(bound).replaceAll(String.valueOf(NO_BREAK_SPACE));
    return BEFORE_DASH.matcher(bound).replaceAll(String.valueOf(NO_BREAK_SPACE));
  }
}
