package io.xephang.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.scheduler.golden.Golden;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a task with depends_on_past runs, as Airflow says. */
final class GoldenPastTest {
  static List<JsonNode> cases() {
    return Golden.cases("depends-on-past");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runsWhenAirflowRunsIt(JsonNode golden) {
    JsonNode before = golden.get("before");
    PastOfTask past =
        new PastOfTask(
            golden.get("catchup").booleanValue(),
            golden.get("ordinal").asInt(0) == 1,
            before.isNull()
                ? Optional.empty()
                : Optional.of(
                    new PastOfTask.Before(
                        state(before.get("state")),
                        before.get("of_a_date_before_start").booleanValue())));
    assertThat(past.allows()).as(golden.toString()).isEqualTo(golden.get("runs").booleanValue());
  }

  private static Optional<TaskState> state(JsonNode written) {
    if (written.isNull()) {
      return Optional.of(TaskState.NONE);
    }
    return written.textValue().equals("missing")
        ? Optional.empty()
        : Optional.of(TaskState.valueOf(written.textValue().toUpperCase(Locale.ROOT)));
  }
}
