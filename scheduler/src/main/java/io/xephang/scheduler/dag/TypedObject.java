package io.xephang.scheduler.dag;

import io.xephang.scheduler.cron.CronExpression;
import io.xephang.scheduler.cron.InvalidCron;
import io.xephang.scheduler.cron.ZonedCron;
import io.xephang.scheduler.dag.YamlValue.Keys;
import io.xephang.scheduler.dag.YamlValue.Scalar;
import io.xephang.scheduler.plan.Timetable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Values that dag-factory builds from {@code __type__}: spans of time and timetables. */
final class TypedObject {
  private static final String SPAN = "datetime.timedelta";
  private static final String TRIGGER = "airflow.timetables.trigger.CronTriggerTimetable";
  private static final String INTERVAL = "airflow.timetables.interval.CronDataIntervalTimetable";

  /** Arguments of a timedelta in nanoseconds. */
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("weeks", Duration.ofDays(7).toNanos());
    UNITS.put("days", Duration.ofDays(1).toNanos());
    UNITS.put("hours", Duration.ofHours(1).toNanos());
    UNITS.put("minutes", Duration.ofMinutes(1).toNanos());
    UNITS.put("seconds", Duration.ofSeconds(1).toNanos());
    UNITS.put("milliseconds", Duration.ofMillis(1).toNanos());
    UNITS.put("microseconds", Duration.ofNanos(1000).toNanos());
  }

  private TypedObject() {}

  private static Optional<String> type(YamlValue value) {
    return value instanceof Keys keys
            && keys.entries().get(Keys.TYPE) instanceof Scalar scalar
            && scalar.value() instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  /** A span of time that only a timedelta can give. */
  static Optional<Duration> span(Fields fields, String key) throws InvalidDag {
    Optional<YamlValue> value = fields.find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (type(value.get()).filter(SPAN::equals).isEmpty()) {
      throw fields.wrong(key, "__type__: " + SPAN + ", minutes: 5");
    }
    Fields arguments = Fields.of(fields.named(key), value.get());
    Set<String> known = new TreeSet<>(UNITS.keySet());
    known.add(Keys.TYPE);
    arguments.only(known);
    BigDecimal nanos = BigDecimal.ZERO;
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      if (arguments.find(unit.getKey()).isPresent()) {
        nanos =
            nanos.add(
                number(arguments, unit.getKey()).multiply(BigDecimal.valueOf(unit.getValue())));
      }
    }
    Duration span = duration(nanos);
    if (span.isNegative()) {
      throw fields.wrong(key, "thời gian không âm / a span that is not negative");
    }
    return Optional.of(span);
  }

  /** A span of time as a timedelta, or as a number of seconds. */
  static Optional<Duration> spanOrSeconds(Fields fields, String key) throws InvalidDag {
    if (fields.find(key).orElse(null) instanceof Scalar scalar
        && scalar.value() instanceof Number number
        && number.doubleValue() >= 0) {
      return Optional.of(
          duration(
              new BigDecimal(number.toString())
                  .multiply(BigDecimal.valueOf(UNITS.get("seconds")))));
    }
    return span(fields, key);
  }

  private static Duration duration(BigDecimal nanos) {
    return Duration.ofNanos(nanos.longValue());
  }

  private static BigDecimal number(Fields fields, String key) throws InvalidDag {
    if (fields.find(key).orElseThrow() instanceof Scalar scalar
        && scalar.value() instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw fields.wrong(key, "số / a number");
  }

  /**
   * The schedule of a dag.
   *
   * @param zone in which a plain cron expression is read
   */
  static Timetable schedule(Fields dag, ZoneId zone) throws InvalidDag {
    Optional<YamlValue> value = dag.find("schedule");
    if (value.isEmpty()) {
      return new Timetable.Unscheduled();
    }
    if (value.get() instanceof Scalar scalar && scalar.value() instanceof String text) {
      if (text.strip().equalsIgnoreCase("none")) {
        return new Timetable.Unscheduled();
      }
      return text.equals("@once")
          ? new Timetable.Once()
          : new Timetable.CronTrigger(cron(text, zone, scalar.line()), Duration.ZERO);
    }
    String type =
        type(value.get())
            .orElseThrow(
                () -> dag.wrong("schedule", "cron, @daily …, @once, none, __type__: " + TRIGGER));
    Fields arguments = Fields.of(dag.named("schedule"), value.get());
    if (type.equals(TRIGGER)) {
      arguments.only(Set.of(Keys.TYPE, "cron", "timezone", "interval"));
      Optional<Duration> interval = span(arguments, "interval");
      return new Timetable.CronTrigger(zonedCron(arguments), interval.orElse(Duration.ZERO));
    }
    if (type.equals(INTERVAL)) {
      arguments.only(Set.of(Keys.TYPE, "cron", "timezone"));
      return new Timetable.CronDataInterval(zonedCron(arguments));
    }
    throw dag.wrong("schedule", "__type__: " + TRIGGER + ", " + INTERVAL + "; " + type);
  }

  private static ZonedCron zonedCron(Fields arguments) throws InvalidDag {
    String zone = required(arguments, "timezone");
    String cron = required(arguments, "cron");
    return cron(
        cron, zone(arguments, "timezone", zone), arguments.find("cron").orElseThrow().line());
  }

  private static String required(Fields arguments, String key) throws InvalidDag {
    return arguments
        .text(key)
        .orElseThrow(
            () ->
                new InvalidDag(arguments.line(), arguments.named(key) + ": cần có / is required"));
  }

  private static ZonedCron cron(String text, ZoneId zone, int line) throws InvalidDag {
    try {
      return new ZonedCron(CronExpression.parse(text), zone);
    } catch (InvalidCron e) {
      throw new InvalidDag(line, e.getMessage());
    }
  }

  /** A zone of the tz database by its name. */
  static ZoneId zone(Fields fields, String key, String name) throws InvalidDag {
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    throw fields.wrong(key, "Asia/Ho_Chi_Minh, UTC …");
  }
}
