package io.xephang.jobs;

import io.xephang.schemas.Validity;
import java.time.LocalDate;

/** Validities as half-open spans of days, the way tables hold them. */
public final class Days {
  /** Stands for "since ever", so that spans can be compared. */
  public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  private Days() {}

  /** The first day, {@link #BEGINNING} if there is none. */
  public static LocalDate from(Validity validity) {
    return validity.from() == null ? BEGINNING : validity.from();
  }

  /** The day after the last; null if there is none. */
  public static LocalDate until(Validity validity) {
    return validity.to() == null ? null : validity.to().plusDays(1);
  }
}
