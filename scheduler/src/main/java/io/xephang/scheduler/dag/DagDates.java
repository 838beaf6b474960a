package io.xephang.scheduler.dag;

import io.xephang.scheduler.dag.YamlValue.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a dag starts and ends, of its own keys or of {@code default_args}, and the zone of its
 * clocks. dag-factory takes {@code timezone} for that of these dates and nothing else, so that it
 * says nothing without one of them.
 */
record DagDates(Optional<Instant> start, Optional<Instant> end, ZoneId zone) {
  private static final String ZONE = "timezone";
  private static final String START = "start_date";
  private static final String END = "end_date";

  static DagDates of(Fields dag, Optional<Fields> defaultArgs) throws InvalidDag {
    boolean ofTasks =
        defaultArgs.isPresent()
            && (defaultArgs.get().find(START).isPresent()
                || defaultArgs.get().find(END).isPresent());
    boolean ofDag = dag.find(START).isPresent() || dag.find(END).isPresent();
    if (ofDag && ofTasks) {
      throw new InvalidDag(
          defaultArgs.get().line(),
          "start_date, end_date: chỉ đặt ở một nơi, ở dag hoặc ở default_args / give them in one"
              + " place, the dag or its default_args");
    }
    Fields place = ofTasks ? defaultArgs.get() : dag;
    refuseIdleZone(ofTasks ? dag : defaultArgs.orElse(dag), ofDag || ofTasks ? place : null);
    Optional<String> named = place.text(ZONE);
    ZoneId zone = named.isPresent() ? TypedObject.zone(place, ZONE, named.get()) : ZoneOffset.UTC;
    return new DagDates(
        moment(place, START, zone),
        moment(place, END, zone),
        place.find(START).isPresent() && named.isPresent() ? zone : ZoneId.of("UTC"));
  }

  private static void refuseIdleZone(Fields other, Fields place) throws InvalidDag {
    if (!other.equals(place) && other.find(ZONE).isPresent()) {
      throw new InvalidDag(
          other.find(ZONE).get().line(),
          other.named(ZONE)
              + ": không có tác dụng nếu không có start_date bên cạnh / has no effect without a"
              + " start_date beside it");
    }
  }

  private static Optional<Instant> moment(Fields fields, String key, ZoneId zone)
      throws InvalidDag {
    Optional<YamlValue> value = fields.find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDateTime> time =
        value.get() instanceof Scalar scalar ? time(scalar.value()) : Optional.empty();
    if (time.isEmpty()) {
      throw fields.wrong(key, "2026-01-31, 2026-01-31T06:30:00");
    }
    return time.map(local -> local.atZone(zone).toInstant());
  }

  private static Optional<LocalDateTime> time(Object value) {
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay());
    }
    if (value instanceof LocalDateTime time) {
      return Optional.of(time);
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("T")
              ? LocalDateTime.parse(text)
              : text.contains(" ")
                  ? LocalDateTime.parse(text.replace(' ', 'T'))
                  : LocalDate.parse(text).atStartOfDay());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
