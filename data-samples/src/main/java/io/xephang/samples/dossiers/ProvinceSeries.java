package io.xephang.samples.dossiers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Goes through the days of a series for one province and writes its deliveries. */
final class ProvinceSeries {
  private final Path landing;
  private final Series series;
  private final Intake intake;
  private final DeliveryDays deliveries;
  private final int from;
  private final ProvinceTruth truth;
  private final Dossier dossier;
  private final DossierMessages messages;
  private final Damage damage;
  private final EventQueue events;
  private final Message message = new Message();
  private final Draws draws = new Draws();
  private final Map<SyntheticService, Integer> serviceNumbers = new HashMap<>();

  ProvinceSeries(
      Path landing,
      Series series,
      SyntheticProvince province,
      DeliveryDays deliveries,
      Calendar calendar,
      Intake intake,
      LocalDate asOf) {
    this.landing = landing;
    this.series = series;
    this.intake = intake;
    this.deliveries = deliveries;
    from = deliveries.firstDay();
    truth = new ProvinceTruth(province, series.from(), asOf);
    dossier = new Dossier(province, series.seed(), series.dirt(), calendar);
    messages = new DossierMessages(province, calendar);
    damage = new Damage(calendar, messages);
    events = new EventQueue(deliveries.slots());
    for (SyntheticService service : province.services()) {
      serviceNumbers.put(service, serviceNumbers.size());
    }
  }

  ProvinceTruth write() {
    for (int day = from; day <= deliveries.lastDay(); day++) {
      receive(day);
      if (deliveries.isDelivery(day)) {
        deliver(deliveries.slotOn(day));
      }
    }
    return truth;
  }

  private void receive(int day) {
    int next = deliveries.slotOn(day);
    int number = 0;
    while (intake.another(day, number, events.count(next))) {
      dossier.draw(day, number, intake.demand(day, number));
      int slot = dossier.slot(0, deliveries);
      if (slot < deliveries.slots()) {
        events.add(slot, Event.of(day - from, number, 0, Event.NOTHING, Event.NEXT_STAGE));
      }
      number++;
    }
  }

  private void deliver(int slot) {
    int day = deliveries.day(slot);
    String date = LocalDate.ofEpochDay(day).toString();
    long subject =
        Draws.subject(Draws.subject(series.seed(), truth.province().code().hashCode()), -day);
    if (events.count(slot) == 0) {
      return;
    }
    try (Outbox outbox = new Outbox(landing, series, truth, date, day, subject);
        ProgressSteps steps =
            series.progress()
                ? new ProgressSteps(landing, series, truth, messages, date, day)
                : null) {
      for (int i = 0; i < events.count(slot); i++) {
        send(events.event(slot, i), slot, outbox, Optional.ofNullable(steps));
      }
    }
    events.clear(slot);
  }

  private void send(long event, int slot, Outbox outbox, Optional<ProgressSteps> steps) {
    int receivedOn = from + Event.dayOfSeries(event);
    int number = Event.number(event);
    Demand demand = intake.demand(receivedOn, number);
    dossier.draw(receivedOn, number, demand);
    outbox.begin(dossier.subject);
    int stage = Event.stage(event);
    int accepted = Event.accepted(event);
    draws.startAt(Draws.subject(dossier.subject, 1 + stage + 16L * Event.kind(event)));
    switch (Event.kind(event)) {
      case Event.AGAIN -> {
        messages.fill(message, dossier, stage);
        outbox.writeDuplicate(message);
        follow(event, stage, accepted);
      }
      case Event.OLDER -> {
        messages.fill(message, dossier, accepted);
        outbox.writeGood(message);
        follow(event, stage, accepted);
      }
      default -> sendStages(event, slot, demand, outbox, steps);
    }
  }

  /** The stages since the last delivery; most systems send the last of them only. */
  private void sendStages(
      long event, int slot, Demand demand, Outbox outbox, Optional<ProgressSteps> steps) {
    int stage = Event.stage(event);
    int accepted = Event.accepted(event);
    boolean everyStep = draws.happens(series.dirt().of(Dirt.EVERY_STEP));
    int before = accepted;
    while (true) {
      boolean last = stage + 1 == dossier.stages || dossier.slot(stage + 1, deliveries) > slot;
      if (last || everyStep) {
        before = accepted;
        if (sendStage(stage, slot, demand, outbox)) {
          accepted = stage;
        }
      }
      if (steps.isPresent() && dossier.codeForm != Dossier.CodeForm.FOREIGN) {
        steps.get().write(dossier, stage);
      }
      if (last) {
        break;
      }
      stage++;
    }
    boolean pause = nextSlot(stage) > slot + 1 && slot + 1 < deliveries.slots();
    if (pause && accepted == stage && draws.happens(series.dirt().of(Dirt.REPEATED))) {
      push(slot + 1, event, stage, accepted, Event.AGAIN);
    } else if (pause
        && accepted == stage
        && before != Event.NOTHING
        && draws.happens(series.dirt().of(Dirt.OLD_STATE_AGAIN))
        && !demand.isOnlineService()) {
      push(slot + 1, event, stage, before, Event.OLDER);
    } else {
      follow(event, stage, accepted);
    }
  }

  /** Whether the message of the stage was accepted: its damaged copy may be all that comes. */
  private boolean sendStage(int stage, int slot, Demand demand, Outbox outbox) {
    messages.fill(message, dossier, stage);
    Optional<Dirt> reason = series.dirt().damage(draws);
    if (reason.isPresent()) {
      if (reason.get() != Dirt.MALFORMED) {
        damage.apply(reason.get(), message, dossier, deliveries.day(slot), draws);
      }
      outbox.writeRejected(message, reason.get());
      if (draws.below(2) == 0 && !demand.isOnlineService()) {
        return false;
      }
      messages.fill(message, dossier, stage);
    }
    outbox.writeGood(message);
    if (draws.happens(series.dirt().of(Dirt.DUPLICATE))) {
      if (draws.below(2) == 0) {
        // The note is no field that is used.
        message.set(MessageField.NOTE, DossierMessages.SYNTHETIC + " gửi lại");
      }
      outbox.writeDuplicate(message);
    }
    return true;
  }

  /** What comes after a stage: the next one, or, if none is in time, the account of the dossier. */
  private void follow(long event, int stage, int accepted) {
    int next = nextSlot(stage);
    if (next < deliveries.slots()) {
      push(next, event, stage + 1, accepted, Event.NEXT_STAGE);
    } else if (accepted != Event.NOTHING) {
      truth.addDossier(dossier, accepted, serviceNumbers.getOrDefault(dossier.service, -1));
    }
  }

  private int nextSlot(int stage) {
    return stage + 1 < dossier.stages ? dossier.slot(stage + 1, deliveries) : Integer.MAX_VALUE;
  }

  private void push(int slot, long event, int stage, int accepted, int kind) {
    events.add(
        slot, Event.of(Event.dayOfSeries(event), Event.number(event), stage, accepted, kind));
  }
}
