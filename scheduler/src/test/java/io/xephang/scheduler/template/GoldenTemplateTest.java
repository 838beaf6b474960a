package io.xephang.scheduler.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xephang.scheduler.golden.Golden;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.RunType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenTemplateTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
  private static final JsonNode SETTING = Golden.cases("template-contexts").get(0);

  static List<JsonNode> templates() {
    return Golden.cases("templates").stream()
        .filter(golden -> !golden.get("template").textValue().contains("{%"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void rendersWhatAirflowRenders(JsonNode golden) throws Exception {
    String source = golden.get("template").textValue();
    TemplateValues values = values(SETTING.get("contexts").get(golden.get("context").textValue()));
    if (golden.get("error").isNull()) {
      assertThat(Template.parse(source).render(values))
          .as(source)
          .isEqualTo(golden.get("rendered").textValue());
    } else {
      assertThatThrownBy(() -> Template.parse(source).render(values))
          .as("%s, which is a %s in Airflow", source, golden.get("error").textValue())
          .isInstanceOfAny(InvalidTemplate.class, TemplateFailed.class);
    }
  }

  @Test
  void refusesStatementsAndSaysWhatMayBeUsed() {
    assertThatThrownBy(() -> Template.parse("echo {% if ds %}x{% endif %}"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("{% if ds %}x{% endif %}")
        .hasMessageContaining("only {{ … }}");
    assertThatThrownBy(() -> Template.parse("{{ var.value.x }}"))
        .hasMessageContaining("unknown name 'var'")
        .hasMessageContaining("data_interval_end");
  }

  private static TemplateValues values(JsonNode context) {
    Map<String, Object> conf = JSON.convertValue(context.get("conf"), new TypeReference<>() {});
    Optional<Instant> start = Golden.instant(context.get("data_interval_start"));
    Optional<Instant> end = Golden.instant(context.get("data_interval_end"));
    return TemplateValues.of(
        new TemplateValues.Run(
            "golden_dag",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            context.get("run_id").textValue(),
            RunType.valueOf(context.get("run_type").textValue().toUpperCase(Locale.ROOT)),
            Golden.instant(context.get("logical_date")),
            start.map(moment -> new DataInterval(moment, end.orElseThrow())),
            Instant.parse(context.get("run_after").textValue()),
            conf),
        JSON.convertValue(SETTING.get("params"), new TypeReference<>() {}),
        "golden_task",
        context.get("try_number").intValue());
  }
}
