package io.xephang.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.golden.Golden;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenCronTest {
  static List<JsonNode> cron() {
    return Golden.cases("cron");
  }

  static List<JsonNode> refused() {
    return Golden.cases("cron-refused");
  }

  @ParameterizedTest
  @MethodSource("cron")
  void fallsWhereAirflowLetsItFall(JsonNode golden) throws InvalidCron {
    ZonedCron cron =
        new ZonedCron(
            CronExpression.parse(golden.get("cron").textValue()),
            ZoneId.of(golden.get("timezone").textValue()));
    Instant from = Instant.parse(golden.get("from").textValue());

    assertThat(series(from, cron::next, golden.get("next").size()))
        .as("next")
        .isEqualTo(Golden.texts(golden.get("next")));
    assertThat(series(from, cron::previous, golden.get("previous").size()))
        .as("previous")
        .isEqualTo(Golden.texts(golden.get("previous")));
    assertThat(cron.alignedNext(from)).hasToString(golden.get("aligned_next").textValue());
    assertThat(cron.alignedPrevious(from)).hasToString(golden.get("aligned_previous").textValue());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatAirflowRefuses(JsonNode golden) {
    assertThatThrownBy(() -> CronExpression.parse(golden.textValue()))
        .isInstanceOf(InvalidCron.class);
  }

  private static List<String> series(Instant from, UnaryOperator<Instant> step, int count) {
    List<String> series = new ArrayList<>();
    Instant moment = from;
    for (int i = 0; i < count; i++) {
      moment = step.apply(moment);
      series.add(moment.toString());
    }
    return series;
  }
}
