package io.xephang.scheduler.template;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a call is given. */
record Arguments(List<Object> positional, Map<String, Object> named) {

  /** Refuses a call with another number of arguments, or with named ones. */
  Arguments exactly(int count) throws TemplateFailed {
    if (positional.size() != count || !named.isEmpty()) {
      throw new TemplateFailed(
          "cần / expected "
              + count
              + " đối số theo vị trí / positional arguments, có / found "
              + (positional.size() + named.size()));
    }
    return this;
  }

  String text(int place) throws TemplateFailed {
    if (place < positional.size() && positional.get(place) instanceof String text) {
      return text;
    }
    throw new TemplateFailed(
        "đối số / argument " + (place + 1) + ": cần văn bản / expected a text");
  }

  ZoneId zone(int place) throws TemplateFailed {
    if (place < positional.size() && positional.get(place) instanceof Zone zone) {
      return zone.id();
    }
    throw new TemplateFailed(
        "đối số / argument " + (place + 1) + ": cần múi giờ / expected a time zone: dag.timezone");
  }

  long number(int place) throws TemplateFailed {
    if (place < positional.size() && positional.get(place) instanceof Long number) {
      return number;
    }
    throw new TemplateFailed(
        "đối số / argument " + (place + 1) + ": cần số nguyên / expected a whole number");
  }
}
