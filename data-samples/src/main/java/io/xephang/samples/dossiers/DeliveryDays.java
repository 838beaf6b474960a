package io.xephang.samples.dossiers;

/** The days of a series on which provinces deliver; each delivery is a slot, counted from 0. */
final class DeliveryDays {
  /** Offices close; what happens later goes into the delivery of the next day. */
  private static final int CLOSING_SECOND = 17 * 3600 + 1800;

  private final int first;
  private final int every;
  private final int slots;

  /**
   * @param first epoch day on which the series begins
   * @param days its length
   * @param every a delivery on each such day; 1 is daily, 7 weekly
   * @throws IllegalArgumentException if there is no delivery in these days
   */
  DeliveryDays(int first, int days, int every) {
    if (days < 1 || every < 1 || days < every) {
      throw new IllegalArgumentException(
          "%d days with a delivery every %d days; expected 1 delivery or more"
              .formatted(days, every));
    }
    this.first = first;
    this.every = every;
    this.slots = days / every;
  }

  int firstDay() {
    return first;
  }

  /** The last day that is delivered. */
  int lastDay() {
    return day(slots - 1);
  }

  int slots() {
    return slots;
  }

  int day(int slot) {
    return first + (slot + 1) * every - 1;
  }

  boolean isDelivery(int day) {
    return (day - first + 1) % every == 0;
  }

  /** The next delivery on this day or later; {@link #slots} and more are after the series. */
  int slotOn(int day) {
    return (day - first) / every;
  }

  /** The delivery that tells what happened then. */
  int slotOf(int day, int second) {
    return slotOn(second > CLOSING_SECOND ? day + 1 : day);
  }
}
