package io.xephang.scheduler.service;

import io.xephang.scheduler.alert.AlertChannels;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.store.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes stored messages to people. Each is kept until it got through by one way at least, and is
 * said on the scheduler's own output at once.
 */
final class AlertPost {
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(1);

  private final Engine engine;
  private final AlertChannels channels;
  private final Consumer<String> told;
  private final Set<Long> said = new HashSet<>();
  private Instant notBefore = Instant.MIN;

  AlertPost(Engine engine, AlertChannels channels, Consumer<String> told) {
    this.engine = engine;
    this.channels = channels;
    this.told = told;
  }

  void deliver() {
    List<Alert> unsent = engine.read(rows -> rows.alerts().unsent());
    for (Alert alert : unsent) {
      if (said.add(alert.id())) {
        told.accept(alert.subject() + "\n" + alert.text());
      }
    }
    if (channels.channels().isEmpty() || engine.now().isBefore(notBefore)) {
      return;
    }
    for (Alert alert : unsent) {
      if (channels.send(alert.subject(), alert.text(), told)) {
        engine.delivered(alert);
      } else {
        notBefore = engine.now().plus(BEFORE_NEXT_TRY);
        return;
      }
    }
  }
}
