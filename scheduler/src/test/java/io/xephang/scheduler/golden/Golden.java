package io.xephang.scheduler.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the real Airflow answered; airflow/golden.py wrote it. */
public final class Golden {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /** All cases of a file. */
  public static List<JsonNode> cases(String name) {
    try (InputStream file = Golden.class.getResourceAsStream(name + ".json")) {
      List<JsonNode> cases = new ArrayList<>();
      JSON.readTree(file).forEach(cases::add);
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time with any offset; empty for null. */
  public static Optional<Instant> instant(JsonNode value) {
    return value.isNull()
        ? Optional.empty()
        : Optional.of(OffsetDateTime.parse(value.textValue()).toInstant());
  }

  /** A list of texts. */
  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
