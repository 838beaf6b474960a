package io.xephang.samples.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Numerators and denominators of the period indicators of one province, added up dossier by dossier
 * from the last accepted message of each, as section 2 of the contract says; for periods of one
 * length.
 */
final class PeriodCounts {
  /** One value. Denominators are positive. */
  record Count(
      String province,
      String indicator,
      PeriodLength length,
      LocalDate start,
      LocalDate end,
      long numerator,
      long denominator) {}

  private final SyntheticProvince province;
  private final PeriodLength length;
  private final LocalDate asOf;
  private final int first;
  private final int[] periodOfDay;
  private final int firstDay;
  private final int lastDay;

  private final long[] online;
  private final long[] ofOnlineServices;
  private final long[] onTime;
  private final long[] early;
  private final long[] finishedWithDue;
  private final long[] finished;
  private final long[] paid;
  private final long[] bearingFee;
  private final long[] digitised;
  private final long[] received;

  // Differences: what begins in a period minus what ended before it.
  private final long[] handledInside;
  private final long[] openAtEnd;
  private final long[] overdueAtEnd;

  private final BitSet[] onlineServices;

  /**
   * @param from the earliest day on which a dossier can be received
   * @param asOf the date of the last delivery or catalog
   */
  PeriodCounts(SyntheticProvince province, PeriodLength length, LocalDate from, LocalDate asOf) {
    this.province = province;
    this.length = length;
    this.asOf = asOf;
    first = length.of(from);
    firstDay = Math.toIntExact(from.toEpochDay());
    lastDay = Math.toIntExact(asOf.toEpochDay());
    periodOfDay = new int[lastDay - firstDay + 1];
    for (int i = 0; i < periodOfDay.length; i++) {
      periodOfDay[i] = length.of(from.plusDays(i)) - first;
    }
    int periods = length.of(asOf) - first + 1;
    online = new long[periods];
    ofOnlineServices = new long[periods];
    onTime = new long[periods];
    early = new long[periods];
    finishedWithDue = new long[periods];
    finished = new long[periods];
    paid = new long[periods];
    bearingFee = new long[periods];
    digitised = new long[periods];
    received = new long[periods];
    handledInside = new long[periods + 1];
    openAtEnd = new long[periods + 1];
    overdueAtEnd = new long[periods + 1];
    onlineServices = new BitSet[periods];
    for (int i = 0; i < periods; i++) {
      onlineServices[i] = new BitSet();
    }
  }

  /** Adds a counted dossier as the message of that stage tells it. */
  void add(Dossier dossier, int stage, int serviceNumber) {
    int period = periodOf(dossier.receivedDay);
    addReceived(dossier, stage, serviceNumber, period);
    int status = dossier.status(stage);
    int finishDay = Dossier.NEVER;
    int finishSecond = 0;
    if (dossier.saysFinished(stage)) {
      finishDay = dossier.finishedDay;
      finishSecond = dossier.finishedSecond;
    } else if (status == 10) {
      finishDay = dossier.returnedDay;
      finishSecond = dossier.returnedSecond;
    }
    int dueDay = dossier.dueDay(stage);
    if (finishDay != Dossier.NEVER) {
      int end = periodOf(finishDay);
      finished[end]++;
      if (dueDay != Dossier.NEVER) {
        finishedWithDue[end]++;
        if (isOnTime(dossier, finishDay, finishSecond, dueDay)) {
          onTime[end]++;
        }
        if (finishDay < dueDay) {
          early[end]++;
        }
      }
      between(handledInside, period, end + 1);
      addOpen(period, end, dueDay);
    } else if (status < 7) {
      between(handledInside, period, handledInside.length - 1);
      addOpen(period, openAtEnd.length - 1, dueDay);
    }
    // Else it was closed nobody knows when, and these indicators leave it out.
  }

  private void addReceived(Dossier dossier, int stage, int serviceNumber, int period) {
    received[period]++;
    if (dossier.digitised) {
      digitised[period]++;
    }
    if (dossier.bearsFee()) {
      bearingFee[period]++;
      int payment = DossierMessages.paymentAt(dossier, stage);
      if (payment == 1 || payment == 2) {
        paid[period]++;
      }
    }
    boolean cameOnline = dossier.channel == Dossier.ONLINE;
    if (dossier.level >= 3) {
      ofOnlineServices[period]++;
      if (cameOnline) {
        online[period]++;
      }
    }
    if (cameOnline && dossier.service.isListed()) {
      onlineServices[period].set(serviceNumber);
    }
  }

  private static boolean isOnTime(Dossier dossier, int finishDay, int finishSecond, int dueDay) {
    if (dossier.precision == Dossier.Precision.DAY || finishDay != dueDay) {
      return finishDay <= dueDay;
    }
    return finishSecond <= Dossier.dueSecond();
  }

  /** Open at the end of the periods from its first to the one before {@code until}. */
  private void addOpen(int from, int until, int dueDay) {
    between(openAtEnd, from, until);
    if (dueDay != Dossier.NEVER && dueDay <= lastDay) {
      between(overdueAtEnd, Math.max(from, periodOf(dueDay)), until);
    }
  }

  private static void between(long[] differences, int from, int until) {
    if (from < until) {
      differences[from]++;
      differences[until]--;
    }
  }

  private int periodOf(int day) {
    return periodOfDay[day - firstDay];
  }

  /** All values of the periods from that of one date to that of another. */
  List<Count> counts(LocalDate earliest, LocalDate latest) {
    List<Count> counts = new ArrayList<>();
    long inside = 0;
    long open = 0;
    long overdue = 0;
    for (int i = 0; i < online.length; i++) {
      inside += handledInside[i];
      open += openAtEnd[i];
      overdue += overdueAtEnd[i];
      if (first + i < length.of(earliest) || first + i > length.of(latest)) {
        continue;
      }
      addArising(counts, i);
      add(counts, "online_dossier_rate", i, online[i], ofOnlineServices[i]);
      add(counts, "on_time_rate", i, onTime[i], finishedWithDue[i]);
      add(counts, "early_rate", i, early[i], finishedWithDue[i]);
      add(counts, "resolution_rate", i, finished[i], inside);
      add(counts, "overdue_open_rate", i, overdue, open);
      add(counts, "online_payment_rate", i, paid[i], bearingFee[i]);
      add(counts, "digitised_rate", i, digitised[i], received[i]);
    }
    return counts;
  }

  private void addArising(List<Count> counts, int i) {
    LocalDate end = length.end(first + i);
    int snapshot = province.snapshotOn(end.isAfter(asOf) ? asOf : end);
    if (snapshot < 0) {
      return;
    }
    long arising = 0;
    long offered = 0;
    List<SyntheticService> services = province.services();
    for (int number = 0; number < services.size(); number++) {
      if (services.get(number).isOnlineService(snapshot)) {
        offered++;
        if (onlineServices[i].get(number)) {
          arising++;
        }
      }
    }
    add(counts, "arising_rate", i, arising, offered);
  }

  private void add(List<Count> counts, String indicator, int i, long numerator, long denominator) {
    if (denominator > 0) {
      counts.add(
          new Count(
              province.code(),
              indicator,
              length,
              length.start(first + i),
              length.end(first + i),
              numerator,
              denominator));
    }
  }
}
