package io.xephang.samples.dossiers;

/**
 * A dossier and all that will happen to it, drawn from its subject. Reused: {@link #draw} makes it
 * another one. Times are epoch days and seconds of the day.
 */
final class Dossier {
  static final int MOST_STAGES = 8;

  /** A time that is not written. */
  static final int NEVER = Integer.MIN_VALUE;

  static final int IN_PERSON = 1;
  static final int ONLINE = 2;
  static final int POST = 3;

  private static final int OPENING = 7 * 3600 + 1800;
  private static final int CLOSING = 17 * 3600;
  private static final int LAST_MINUTE = 24 * 3600 - 60;
  private static final byte[][] FEES = {
    {'5', '0', '0', '0'},
    {'1', '0', '0', '0', '0'},
    {'2', '0', '0', '0', '0'},
    {'5', '0', '0', '0', '0'},
    {'1', '5', '0', '0', '0', '0'},
    {'2', '0', '0', '0', '0', '0'},
    {'1', '5', '0', '0', '0', '0', '0'}
  };
  private static final byte[] NO_FEE = {'0'};

  /** How a time is written. */
  enum Precision {
    SECOND,
    MINUTE,
    DAY
  }

  /** How the dossier's code is written. */
  enum CodeForm {
    UNIT_FIRST,
    OLDER,
    /** Without the code of a province. */
    FOREIGN
  }

  /** How the handling unit is written. */
  enum UnitForm {
    CODE,
    OLDER_CODE,
    NAME,
    UNLISTED_NAME
  }

  private final Draws draws = new Draws();
  private final SyntheticProvince province;
  private final DirtRates dirt;
  private final Calendar calendar;
  private final ServiceDraw[] online;
  private final ServiceDraw[] other;
  private final ServiceDraw all;
  private final ServiceDraw unlisted;
  private final int[] snapshotDays;
  private final long provinceSubject;

  private final int[] stageStatus = new int[MOST_STAGES];
  private final int[] stageDay = new int[MOST_STAGES];
  private final int[] stageSecond = new int[MOST_STAGES];
  private final int[] stageDueDay = new int[MOST_STAGES];

  // Read directly by those who write it down: a dossier has no invariant that they could break.
  long subject;
  int number;
  SyntheticService service;
  SyntheticUnit unit;
  int level;
  int channel;
  int applicantKind;
  int receivedDay;
  int receivedSecond;
  Precision precision = Precision.SECOND;
  int finishedDay;
  int finishedSecond;
  boolean finishWritten;
  int returnedDay;
  int returnedSecond;
  int stages;
  CodeForm codeForm = CodeForm.UNIT_FIRST;
  UnitForm unitForm = UnitForm.CODE;
  int procedureForm;
  boolean inNfd;
  boolean looseTypes;
  boolean spaces;
  boolean digitised;
  int payment;
  boolean attachment;
  boolean channelOmitted;
  byte[] firstFee = NO_FEE;
  byte[] secondFee = NO_FEE;
  int fees;

  Dossier(SyntheticProvince province, long seed, DirtRates dirt, Calendar calendar) {
    this.province = province;
    this.dirt = dirt;
    this.calendar = calendar;
    this.provinceSubject = Draws.subject(seed, province.code().hashCode());
    int snapshots = province.snapshots().size();
    online = new ServiceDraw[snapshots];
    other = new ServiceDraw[snapshots];
    snapshotDays = new int[snapshots];
    for (int i = 0; i < snapshots; i++) {
      int snapshot = i;
      online[i] = new ServiceDraw(province.services(), s -> s.isOnlineService(snapshot));
      other[i] = new ServiceDraw(province.services(), s -> !s.isOnlineService(snapshot));
      snapshotDays[i] = Math.toIntExact(province.snapshots().get(i).toEpochDay());
    }
    all = new ServiceDraw(province.services(), s -> true);
    unlisted = new ServiceDraw(province.unlisted(), s -> true);
  }

  void draw(int day, int numberOnDay, Demand demand) {
    number = numberOnDay;
    receivedDay = day;
    subject = Draws.subject(Draws.subject(provinceSubject, day), numberOnDay);
    draws.startAt(subject);
    drawService(demand);
    drawReceipt(demand);
    drawForms();
    drawFees();
    drawLife(demand);
  }

  private int snapshotInForce() {
    int snapshot = snapshotDays.length - 1;
    while (snapshot >= 0 && snapshotDays[snapshot] > receivedDay) {
      snapshot--;
    }
    return snapshot;
  }

  private void drawService(Demand demand) {
    int snapshot = snapshotInForce();
    if (demand.isOnlineService()) {
      service = online[snapshot].next(draws);
    } else if (demand == Demand.OTHER_SERVICE) {
      service = other[snapshot].next(draws);
    } else if (draws.happens(dirt.of(Dirt.UNLISTED_PROCEDURE))) {
      service = unlisted.next(draws);
    } else {
      service = all.next(draws);
    }
    level = service.isListed() && snapshot >= 0 ? service.levelIn(snapshot) : -1;
    unit = service.units().get(draws.below(service.units().size()));
  }

  private void drawReceipt(Demand demand) {
    int drawn = draws.below(1_000);
    int onlineOf1000 = level >= 3 ? 300 : 10;
    // On other days offices are closed, and what comes in comes online mostly.
    if (demand == Demand.NONE && level >= 3 && !calendar.isWorkingDay(receivedDay)) {
      onlineOf1000 = 900;
    }
    switch (demand) {
      case ONLINE_SERVICE_ONLINE -> channel = ONLINE;
      case ONLINE_SERVICE_OFFLINE -> channel = drawn < 50 ? POST : IN_PERSON;
      default -> channel = drawn < onlineOf1000 ? ONLINE : drawn > 955 ? POST : IN_PERSON;
    }
    receivedSecond =
        channel == ONLINE
            ? 6 * 3600 + draws.below(17 * 3600)
            : OPENING + draws.below(CLOSING - OPENING);
    int kind = draws.below(100);
    applicantKind = kind < 72 ? 1 : kind < 94 ? 2 : kind < 98 ? 3 : 4;
    precision =
        draws.happens(dirt.of(Dirt.SHORT_DATES))
            ? draws.below(2) == 0 ? Precision.MINUTE : Precision.DAY
            : Precision.SECOND;
    if (precision == Precision.MINUTE) {
      receivedSecond -= receivedSecond % 60;
    }
  }

  private void drawForms() {
    int code = draws.below(100);
    codeForm = code < 70 ? CodeForm.UNIT_FIRST : CodeForm.OLDER;
    int written = draws.below(100);
    unitForm = written < 60 ? UnitForm.CODE : written < 80 ? UnitForm.OLDER_CODE : UnitForm.NAME;
    int procedure = draws.below(100);
    procedureForm = procedure < 60 ? 0 : procedure < 80 ? 1 : procedure < 85 ? 2 : 3;
    if (draws.happens(dirt.of(Dirt.UNLISTED_UNIT))) {
      unitForm = UnitForm.UNLISTED_NAME;
    }
    if (draws.happens(dirt.of(Dirt.FOREIGN_CODE))) {
      codeForm = CodeForm.FOREIGN;
      // The province must be told by something else.
      if (unitForm != UnitForm.OLDER_CODE) {
        unitForm = UnitForm.CODE;
      }
    }
    inNfd = draws.happens(dirt.of(Dirt.NFD));
    looseTypes = draws.happens(dirt.of(Dirt.LOOSE_TYPES));
    spaces = draws.happens(dirt.of(Dirt.SPACES));
    digitised = draws.below(100) < (channel == ONLINE ? 85 : 35);
    attachment = draws.below(100) < 40;
    channelOmitted = channel == IN_PERSON && draws.below(100) < 10;
  }

  private void drawFees() {
    fees = 0;
    int drawn = draws.below(100);
    int first = draws.below(FEES.length);
    int second = draws.below(FEES.length);
    boolean paid = draws.below(100) < (channel == ONLINE ? 45 : 4);
    payment = 0;
    if (service.procedure().hasFee() && drawn < 95) {
      fees = drawn < 20 ? 2 : 1;
      firstFee = FEES[first];
      secondFee = FEES[second];
      payment = paid ? 1 + drawn % 2 : drawn % 2 * 3;
    } else if (drawn < 30) {
      // Free of charge, said in words of money.
      fees = 1;
      firstFee = NO_FEE;
    }
  }

  boolean bearsFee() {
    return fees > 0 && firstFee != NO_FEE;
  }

  private void add(int status, int day, int second, int dueDay) {
    stageStatus[stages] = status;
    stageDay[stages] = day;
    stageSecond[stages] = second;
    stageDueDay[stages] = dueDay;
    stages++;
  }

  /** From registration to the return of the result, as the one-stop systems number it. */
  private void drawLife(Demand demand) {
    stages = 0;
    returnedDay = NEVER;
    finishedDay = NEVER;
    finishWritten = true;
    int maxDays = service.maxDays();
    int fate = draws.below(1_000);
    boolean hasDue = maxDays > 0 || draws.below(100) < 30;
    int working = maxDays > 0 ? maxDays : 15;
    int due = hasDue ? calendar.plusWorkingDays(receivedDay, working) : NEVER;
    boolean registeredFirst = channel == ONLINE && draws.below(100) < 30;
    int second = receivedSecond;
    int day = receivedDay;
    if (registeredFirst) {
      add(1, day, second, due);
      int wait = draws.below(3);
      day = calendar.plusWorkingDays(day, wait);
      second = day == receivedDay ? Math.min(LAST_MINUTE, second + 600) : officeSecond();
    }
    boolean counts = demand.isOnlineService();
    if (fate < 25 && !counts) {
      add(3, day, Math.min(LAST_MINUTE, second + 60), due);
      return;
    }
    add(2, day, second, due);
    if (fate < 45) {
      end(7, draws.below(60) / 10, day, second, due);
    } else if (fate < 52) {
      end(8, 1 + draws.below(working), day, second, due);
    } else {
      handle(day, due, working);
    }
  }

  private void end(int status, int afterDays, int day, int second, int due) {
    int endDay = calendar.plusWorkingDays(day, afterDays);
    int endSecond = endDay == day ? Math.min(LAST_MINUTE, second + 1_800) : officeSecond();
    finishedDay = endDay;
    finishedSecond = precision == Precision.MINUTE ? endSecond - endSecond % 60 : endSecond;
    finishWritten = draws.below(100) < 60 && !draws.happens(dirt.of(Dirt.NO_FINISH));
    add(status, endDay, endSecond, due);
  }

  private void handle(int start, int firstDue, int working) {
    int due = firstDue;
    int speed = draws.below(100);
    int length =
        speed < 62
            ? draws.below(working)
            : speed < 87 ? working : working + 1 + draws.below(working + 3);
    boolean supplement = due != NEVER && length >= 3 && draws.below(100) < 12;
    boolean moneyFirst = !supplement && fees > 0 && length >= 2 && draws.below(100) < 10;
    if (length >= 1 && draws.below(100) < 60) {
      add(4, calendar.plusWorkingDays(start, 1), officeSecond(), due);
    }
    if (supplement) {
      add(5, calendar.plusWorkingDays(start, 2), officeSecond(), due);
      int waited = 1 + draws.below(6);
      length += waited;
      // The time that is waited for papers is added (NgayHenTraMoi).
      due = calendar.plusWorkingDays(due, waited);
      add(4, calendar.plusWorkingDays(start, 2 + waited), officeSecond(), due);
    } else if (moneyFirst) {
      add(6, calendar.plusWorkingDays(start, 2), officeSecond(), due);
    }
    int last = stages - 1;
    finishedDay = Math.max(stageDay[last], calendar.plusWorkingDays(start, length));
    finishedSecond = officeSecond();
    if (finishedDay == stageDay[last] && finishedSecond <= stageSecond[last] + 600) {
      finishedSecond = Math.min(LAST_MINUTE - 60, stageSecond[last] + 1_200);
    }
    if (precision == Precision.MINUTE) {
      finishedSecond -= finishedSecond % 60;
    }
    finishWritten = !draws.happens(dirt.of(Dirt.NO_FINISH));
    int wait = Math.max(0, draws.below(12) - 6);
    returnedDay = calendar.plusWorkingDays(finishedDay, wait);
    returnedSecond =
        returnedDay == finishedDay ? Math.min(LAST_MINUTE, finishedSecond + 300) : officeSecond();
    if (precision == Precision.MINUTE) {
      returnedSecond -= returnedSecond % 60;
    }
    if (draws.below(100) < 90) {
      add(9, finishedDay, finishedSecond, due);
    }
    add(10, returnedDay, returnedSecond, due);
  }

  private int officeSecond() {
    return OPENING + draws.below(CLOSING - OPENING);
  }

  int status(int stage) {
    return stageStatus[stage];
  }

  int slot(int stage, DeliveryDays deliveries) {
    return deliveries.slotOf(stageDay[stage], stageSecond[stage]);
  }

  int stageDay(int stage) {
    return stageDay[stage];
  }

  int stageSecond(int stage) {
    return stageSecond[stage];
  }

  /** The day on which it is due, at the end of office hours, or {@link #NEVER}. */
  int dueDay(int stage) {
    return stageDueDay[stage];
  }

  static int dueSecond() {
    return CLOSING;
  }

  /** Whether the message of that stage says when the handling ended. */
  boolean saysFinished(int stage) {
    return stageStatus[stage] >= 7 && finishWritten;
  }

  boolean saysReturned(int stage) {
    return stageStatus[stage] == 10;
  }

  SyntheticProvince province() {
    return province;
  }

  /** One of the persons who do not exist; the same for all messages of a dossier. */
  long personNumber() {
    return (subject >>> 1) % 9_999_991;
  }
}
