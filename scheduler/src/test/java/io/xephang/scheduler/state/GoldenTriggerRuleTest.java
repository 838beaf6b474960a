package io.xephang.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.golden.Golden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenTriggerRuleTest {
  static List<JsonNode> rules() {
    return Golden.cases("trigger-rules");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void decidesAsAirflowDecides(JsonNode golden) {
    TriggerRule rule = TriggerRule.of(golden.get("rule").textValue()).orElseThrow();
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> decided = new LinkedHashMap<>();
    golden
        .get("decisions")
        .properties()
        .forEach(
            entry -> {
              expected.put(entry.getKey(), entry.getValue().textValue());
              decided.put(entry.getKey(), word(rule.decide(states(entry.getKey()))));
            });
    assertThat(decided).isEqualTo(expected);
  }

  private static List<TaskState> states(String key) {
    return key.isEmpty()
        ? List.of()
        : Arrays.stream(key.split(",", -1))
            .map(state -> TaskState.valueOf(state.toUpperCase(Locale.ROOT)))
            .toList();
  }

  private static String word(TriggerDecision decision) {
    if (decision instanceof TriggerDecision.Settle settle) {
      return settle.state().id();
    }
    return decision instanceof TriggerDecision.Run ? "run" : "wait";
  }
}
