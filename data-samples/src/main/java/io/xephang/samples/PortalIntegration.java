package io.xephang.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Which services at level 3 or 4 a unit has put on the national portal (Cổng DVC quốc gia). */
record PortalIntegration(String unitCode, int permille) {
  /** The portal opened on 9/12/2019; before, nothing could be on it. */
  private static final YearMonth MONTH_BEFORE_OPENING = YearMonth.of(2019, 11);

  private static final int MONTHS_TO_AUGUST_2020 = 9;

  /** Between 5 and 60 % in August 2020, growing evenly since the portal opened. */
  static PortalIntegration of(String unitCode, LocalDate date) {
    long months = ChronoUnit.MONTHS.between(MONTH_BEFORE_OPENING, YearMonth.from(date));
    int open = Math.toIntExact(Math.max(0, Math.min(MONTHS_TO_AUGUST_2020, months)));
    int goal = 60 + StableDraw.below(530, unitCode, "portal goal");
    return new PortalIntegration(unitCode, goal * open / MONTHS_TO_AUGUST_2020);
  }

  boolean includes(Procedure procedure, int level) {
    return level >= 3 && StableDraw.holds(permille, procedure.root(), unitCode + " portal");
  }
}
