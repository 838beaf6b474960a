package io.xephang.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.cron.CronExpression;
import io.xephang.scheduler.cron.InvalidCron;
import io.xephang.scheduler.cron.ZonedCron;
import io.xephang.scheduler.golden.Golden;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenTimetableTest {
  static List<JsonNode> timetables() {
    return Golden.cases("timetables");
  }

  static List<JsonNode> manualRuns() {
    return Golden.cases("manual-runs");
  }

  @ParameterizedTest
  @MethodSource("timetables")
  void plansTheRunsThatAirflowPlans(JsonNode golden) throws InvalidCron {
    Timetable timetable = timetable(golden.get("timetable"));
    RunBounds bounds =
        new RunBounds(
            Golden.instant(golden.get("start")),
            Golden.instant(golden.get("end")),
            golden.get("catchup").booleanValue());
    Instant now = Instant.parse(golden.get("now").textValue());
    JsonNode ran = golden.get("last");
    Optional<DataInterval> last =
        ran.isNull()
            ? Optional.empty()
            : Optional.of(
                new DataInterval(
                    Instant.parse(ran.get("start").textValue()),
                    Instant.parse(ran.get("end").textValue())));

    List<String> planned = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (JsonNode run : golden.get("runs")) {
      expected.add(run.isNull() ? "none" : described(run));
      Optional<PlannedRun> next = timetable.next(last, bounds, now);
      planned.add(next.map(GoldenTimetableTest::described).orElse("none"));
      last = next.map(PlannedRun::interval);
    }
    assertThat(planned).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("manualRuns")
  void givesRunsByHandTheIntervalAndNameOfAirflow(JsonNode golden) throws InvalidCron {
    Instant runAfter = Instant.parse(golden.get("run_after").textValue());
    DataInterval interval = timetable(golden.get("timetable")).manual(runAfter);

    assertThat(interval.start()).hasToString(golden.get("data_interval_start").textValue());
    assertThat(interval.end()).hasToString(golden.get("data_interval_end").textValue());
    assertThat(RunType.MANUAL.runId(runAfter)).isEqualTo(golden.get("run_id").textValue());
    assertThat(RunType.BACKFILL.runId(runAfter))
        .isEqualTo(golden.get("backfill_run_id").textValue());
  }

  private static String described(JsonNode run) {
    return String.join(
        " ",
        run.get("logical_date").textValue(),
        run.get("data_interval_start").textValue(),
        run.get("data_interval_end").textValue(),
        run.get("run_after").textValue(),
        run.get("run_id").textValue());
  }

  private static String described(PlannedRun run) {
    return String.join(
        " ",
        run.logicalDate().toString(),
        run.interval().start().toString(),
        run.interval().end().toString(),
        run.runAfter().toString(),
        RunType.SCHEDULED.runId(run.runAfter()));
  }

  private static Timetable timetable(JsonNode described) throws InvalidCron {
    return switch (described.get("kind").textValue()) {
      case "none" -> new Timetable.Unscheduled();
      case "once" -> new Timetable.Once();
      case "trigger" ->
          new Timetable.CronTrigger(
              cron(described), Duration.ofSeconds(described.path("interval_seconds").asLong()));
      case "interval" -> new Timetable.CronDataInterval(cron(described));
      default -> throw new IllegalArgumentException(described.toString());
    };
  }

  private static ZonedCron cron(JsonNode described) throws InvalidCron {
    return new ZonedCron(
        CronExpression.parse(described.get("cron").textValue()),
        ZoneId.of(described.get("timezone").textValue()));
  }
}
