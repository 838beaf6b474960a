package io.xephang.samples.dossiers;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Receives exactly as many dossiers of each kind in a year as its plan says. */
final class PlannedIntake implements Intake {
  /**
   * A year's plan, or that of its part that the series covers.
   *
   * @param online of services at level 3 or 4, received online
   * @param ofOnlineServices of services at level 3 or 4, in any way
   * @param others of other services
   */
  record Year(int online, int ofOnlineServices, int others) {
    Year {
      if (online < 0 || ofOnlineServices < online || others < 0) {
        throw new IllegalArgumentException(
            "%d online of %d, %d others; expected positive numbers, the first no more than the second"
                .formatted(online, ofOnlineServices, others));
      }
    }
  }

  private final int first;
  private final int[] online;
  private final int[] ofOnlineServices;
  private final int[] total;

  PlannedIntake(DeliveryDays deliveries, Calendar calendar, Map<Integer, Year> plan) {
    first = deliveries.firstDay();
    int days = deliveries.lastDay() - first + 1;
    online = new int[days];
    ofOnlineServices = new int[days];
    total = new int[days];
    Map<Integer, Long> weightOfYear = new TreeMap<>();
    for (int i = 0; i < days; i++) {
      weightOfYear.merge(yearOf(first + i), (long) calendar.weight(first + i), Long::sum);
    }
    Map<Integer, Long> weightUntil = new TreeMap<>();
    for (int i = 0; i < days; i++) {
      int yearNumber = yearOf(first + i);
      Year year = plan.getOrDefault(yearNumber, new Year(0, 0, 0));
      long whole = weightOfYear.get(yearNumber);
      long until = weightUntil.merge(yearNumber, (long) calendar.weight(first + i), Long::sum);
      long before = until - calendar.weight(first + i);
      online[i] = share(year.online(), before, until, whole);
      ofOnlineServices[i] =
          online[i] + share(year.ofOnlineServices() - year.online(), before, until, whole);
      total[i] = ofOnlineServices[i] + share(year.others(), before, until, whole);
    }
  }

  private static int yearOf(int day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  /** Parts of {@code all} that add up to it exactly. */
  private static int share(int all, long before, long until, long whole) {
    return Math.toIntExact(all * until / whole - all * before / whole);
  }

  @Override
  public boolean another(int day, int received, int inNextDelivery) {
    return received < total[day - first];
  }

  /** The kinds take turns, as evenly as their numbers allow. */
  @Override
  public Demand demand(int day, int number) {
    int i = day - first;
    int before = turns(number, ofOnlineServices[i], total[i]);
    if (turns(number + 1, ofOnlineServices[i], total[i]) == before) {
      return Demand.OTHER_SERVICE;
    }
    return turns(before + 1, online[i], ofOnlineServices[i])
            > turns(before, online[i], ofOnlineServices[i])
        ? Demand.ONLINE_SERVICE_ONLINE
        : Demand.ONLINE_SERVICE_OFFLINE;
  }

  private static int turns(int upTo, int part, int whole) {
    return (int) ((long) upTo * part / whole);
  }
}
