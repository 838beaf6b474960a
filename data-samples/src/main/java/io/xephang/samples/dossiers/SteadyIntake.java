package io.xephang.samples.dossiers;

/**
 * Fills deliveries up: each has the messages that are its share of the whole, by how busy its days
 * are. Dossiers on their way come first; some new ones come every day.
 */
final class SteadyIntake implements Intake {
  private final DeliveryDays deliveries;
  private final long[] weightUntil;
  private final long messages;
  private final int first;

  /**
   * @param messages in all deliveries together
   */
  SteadyIntake(DeliveryDays deliveries, Calendar calendar, long messages) {
    this.deliveries = deliveries;
    this.messages = messages;
    first = deliveries.firstDay();
    weightUntil = new long[deliveries.lastDay() - first + 2];
    for (int day = first; day <= deliveries.lastDay(); day++) {
      weightUntil[day - first + 1] = weightUntil[day - first] + calendar.weight(day);
    }
  }

  private long messagesUntil(int day) {
    int days = day - first + 1;
    return Math.round((double) messages * weightUntil[days] / weightUntil[weightUntil.length - 1]);
  }

  @Override
  public boolean another(int day, int received, int inNextDelivery) {
    int slot = deliveries.slotOn(day);
    int lastDelivery = slot == 0 ? first - 1 : deliveries.day(slot - 1);
    long wanted = messagesUntil(day) - messagesUntil(lastDelivery);
    long ofThisDay = messagesUntil(day) - messagesUntil(day - 1);
    return inNextDelivery < wanted || received < ofThisDay / 6;
  }

  @Override
  public Demand demand(int day, int number) {
    return Demand.NONE;
  }
}
