package io.xephang.scheduler.template;

import io.xephang.scheduler.template.Expression.Attributes;
import java.util.List;
import java.util.Map;

/** What lies below a value: attributes, keys of maps, places in lists. */
final class Members {
  private Members() {}

  static Object of(Object owner, Object key) throws TemplateFailed {
    if (owner instanceof Map<?, ?> map) {
      if (map.containsKey(key)) {
        return map.get(key);
      }
      throw new UndefinedValue(String.valueOf(key), String.valueOf(map.keySet()));
    }
    if (owner instanceof List<?> list && key instanceof Long place) {
      long index = place < 0 ? place + list.size() : place;
      if (index >= 0 && index < list.size()) {
        return list.get((int) index);
      }
      throw new UndefinedValue(key.toString(), "0–" + (list.size() - 1));
    }
    if (owner instanceof Attributes attributes) {
      if (attributes.values().containsKey(key)) {
        return attributes.values().get(key);
      }
      throw new UndefinedValue(
          attributes.name() + "." + key, String.valueOf(attributes.values().keySet()));
    }
    if (owner instanceof Moment moment) {
      return moment.member(String.valueOf(key));
    }
    if (owner instanceof PlainTime time) {
      return time.member(String.valueOf(key));
    }
    if (owner instanceof Zone zone) {
      return zone.member(String.valueOf(key));
    }
    throw new UndefinedValue(String.valueOf(key), "[]");
  }
}
