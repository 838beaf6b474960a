package io.xephang.reports.annex;

import io.xephang.schemas.indicator.PeriodType;
import java.time.LocalDate;
import java.util.List;

/** A period as Vietnamese documents name it: {@code tháng 12/2019}, {@code quý IV/2019}. */
public final class PeriodName {
  private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

  private PeriodName() {}

  /** The period around a day; of a rate of a day the day itself. */
  public static String vietnamese(PeriodType type, LocalDate day) {
    return switch (type) {
      case AS_OF -> "ngày " + VietnameseNumber.date(day);
      case MONTH -> "tháng " + number(type, day);
      case QUARTER -> "quý " + number(type, day);
      case YEAR -> "năm " + number(type, day);
    };
  }

  /** Likewise, for those who read no Vietnamese. */
  public static String english(PeriodType type, LocalDate day) {
    return switch (type) {
      case AS_OF -> VietnameseNumber.date(day);
      case MONTH -> "month " + number(type, day);
      case QUARTER -> "quarter " + number(type, day);
      case YEAR -> "year " + number(type, day);
    };
  }

  /** Its first and last day: {@code 1/10/2019 – 31/12/2019}. */
  public static String days(PeriodType type, LocalDate day) {
    return VietnameseNumber.date(type.firstDay(day))
        + " – "
        + VietnameseNumber.date(type.lastDay(day));
  }

  private static String number(PeriodType type, LocalDate day) {
    return switch (type) {
          case AS_OF, YEAR -> "";
          case MONTH -> day.getMonthValue() + "/";
          case QUARTER -> QUARTERS.get((day.getMonthValue() - 1) / 3) + "/";
        }
        + day.getYear();
  }
}
