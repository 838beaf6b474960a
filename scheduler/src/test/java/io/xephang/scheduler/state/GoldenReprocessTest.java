package io.xephang.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.golden.Golden;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenReprocessTest {
  static List<JsonNode> cases() {
    return Golden.cases("reprocessing");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesTheRunsThatAirflowLeaves(JsonNode golden) {
    ReprocessBehavior behavior =
        ReprocessBehavior.of(golden.get("reprocess_behavior").textValue()).orElseThrow();
    RunState state = RunState.valueOf(golden.get("state").textValue().toUpperCase(Locale.ROOT));
    assertThat(behavior.reasonToLeave(state))
        .isEqualTo(Optional.ofNullable(golden.get("reason").textValue()));
  }
}
