package io.xephang.samples.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private final Calendar calendar =
      new Calendar(LocalDate.of(2020, 8, 1), LocalDate.of(2020, 9, 30), 5);

  @ParameterizedTest
  @CsvSource({
    "2020-08-03, 0, 2020-08-03", // a Monday
    "2020-08-03, 5, 2020-08-10", // over a weekend
    "2020-08-08, 1, 2020-08-10", // from a Saturday
    "2020-08-31, 2, 2020-09-03", // National Day is no working day
  })
  void timeLimitsAreWorkingDays(LocalDate from, int days, LocalDate due) {
    int reached = calendar.plusWorkingDays(Math.toIntExact(from.toEpochDay()), days);

    assertThat(LocalDate.ofEpochDay(reached)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 09:00, 1, 2020-01-01", // daily: in the evening of the same day
    "2020-01-01, 18:00, 1, 2020-01-02", // after offices close: the next day
    "2020-01-01, 09:00, 7, 2020-01-07", // weekly: at the week's end
    "2020-01-07, 18:00, 7, 2020-01-14", // after the week's closing
  })
  void whatHappensIsToldByTheNextDelivery(
      LocalDate day, LocalTime time, int every, LocalDate delivery) {
    int first = Math.toIntExact(LocalDate.of(2020, 1, 1).toEpochDay());
    DeliveryDays deliveries = new DeliveryDays(first, 28, every);
    int slot = deliveries.slotOf(Math.toIntExact(day.toEpochDay()), time.toSecondOfDay());

    assertThat(LocalDate.ofEpochDay(deliveries.day(slot))).isEqualTo(delivery);
  }
}
