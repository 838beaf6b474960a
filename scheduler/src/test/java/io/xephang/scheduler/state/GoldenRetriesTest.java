package io.xephang.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.golden.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenRetriesTest {
  static List<JsonNode> retries() {
    return Golden.cases("retries");
  }

  @ParameterizedTest
  @MethodSource("retries")
  void pausesAsLongAsAirflow(JsonNode golden) {
    JsonNode longest = golden.get("max_retry_delay_ms");
    Retries retries =
        new Retries(
            100,
            Duration.ofMillis(golden.get("retry_delay_ms").longValue()),
            golden.get("retry_exponential_backoff").doubleValue(),
            longest.isNull()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(longest.longValue())));
    String logicalDate = golden.get("logical_date").isNull() ? "None" : "2026-06-30 18:30:00+00:00";

    assertThat(retries.after(golden.get("try_number").intValue(), "nightly#ingest#" + logicalDate))
        .isEqualTo(Duration.ofMillis(golden.get("wait_ms").longValue()));
  }
}
