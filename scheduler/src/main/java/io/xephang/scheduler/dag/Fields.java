package io.xephang.scheduler.dag;

import io.xephang.scheduler.dag.YamlValue.Items;
import io.xephang.scheduler.dag.YamlValue.Keys;
import io.xephang.scheduler.dag.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of a dag or a task, asked for by name and type. A key with nothing behind it counts as
 * missing, as in Airflow.
 */
record Fields(String owner, Keys keys) {

  static Fields of(String owner, YamlValue value) throws InvalidDag {
    if (value instanceof Keys keys) {
      return new Fields(owner, keys);
    }
    throw new InvalidDag(
        value.line(), owner + ": cần các khóa, có / expected keys, found " + value.shown());
  }

  int line() {
    return keys.line();
  }

  /**
   * Refuses keys that are not in the list.
   *
   * @throws InvalidDag naming the first one
   */
  Fields only(Set<String> known) throws InvalidDag {
    for (Map.Entry<String, YamlValue> entry : keys.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new InvalidDag(
            entry.getValue().line(),
            owner
                + ": không hỗ trợ khóa / key is not supported: '"
                + entry.getKey()
                + "'; có / there are "
                + new TreeSet<>(known));
      }
    }
    return this;
  }

  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(keys.entries().get(key))
        .filter(value -> !(value instanceof Scalar scalar && scalar.value() == null));
  }

  Optional<String> text(String key) throws InvalidDag {
    return scalar(key, String.class, "chữ / a text");
  }

  /** What text a text has; a number or date that somebody has not quoted is no text. */
  Optional<Boolean> flag(String key) throws InvalidDag {
    return scalar(key, Boolean.class, "true, false");
  }

  Optional<Long> count(String key) throws InvalidDag {
    Optional<Long> count = scalar(key, Long.class, "số nguyên / a whole number");
    if (count.isPresent() && (count.get() < 0 || count.get() > Integer.MAX_VALUE)) {
      throw new InvalidDag(
          find(key).orElseThrow().line(),
          named(key) + ": cần từ 0 / expected 0 or more, found " + count.get());
    }
    return count;
  }

  private <T> Optional<T> scalar(String key, Class<T> type, String expected) throws InvalidDag {
    Optional<YamlValue> value = find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Scalar scalar && type.isInstance(scalar.value())) {
      return Optional.of(type.cast(scalar.value()));
    }
    throw wrong(key, expected);
  }

  List<String> texts(String key) throws InvalidDag {
    Optional<YamlValue> value = find(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Items items)) {
      throw wrong(key, "danh sách / a list");
    }
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items.items()) {
      if (!(item instanceof Scalar scalar && scalar.value() instanceof String text)) {
        throw new InvalidDag(
            item.line(), named(key) + ": cần chữ, có / expected a text, found " + item.shown());
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  Optional<Fields> fields(String key) throws InvalidDag {
    Optional<YamlValue> value = find(key);
    return value.isPresent() ? Optional.of(of(named(key), value.get())) : Optional.empty();
  }

  InvalidDag wrong(String key, String expected) {
    YamlValue value = find(key).orElseThrow();
    return new InvalidDag(
        value.line(),
        named(key) + ": cần / expected " + expected + "; có / found " + value.shown());
  }

  String named(String key) {
    return owner.isEmpty() ? key : owner + "." + key;
  }
}
