package io.xephang.scheduler.dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file that knows its line, which counts from 1. */
sealed interface YamlValue {
  int line();

  /** As an error shows it. */
  String shown();

  /** A plain Java value, for what is passed on as it stands. */
  Object plain() throws InvalidDag;

  /**
   * A text, number, yes/no, date or nothing.
   *
   * @param value a String, Long, Double, Boolean, {@link java.time.LocalDate}, {@link
   *     java.time.LocalDateTime}, or null
   */
  record Scalar(Object value, String written, int line) implements YamlValue {
    @Override
    public String shown() {
      return "'" + written + "'";
    }

    @Override
    public Object plain() {
      // Airflow passes dates on as dates; what is written of one in a template is the same.
      return value == null || value instanceof Number || value instanceof Boolean ? value : written;
    }
  }

  /** A list. */
  record Items(List<YamlValue> items, int line) implements YamlValue {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "danh sách / a list";
    }

    @Override
    public Object plain() throws InvalidDag {
      List<Object> plain = new ArrayList<>();
      for (YamlValue item : items) {
        plain.add(item.plain());
      }
      return Collections.unmodifiableList(plain);
    }
  }

  /** Keys with values, in the order of the file. */
  record Keys(Map<String, YamlValue> entries, int line) implements YamlValue {
    /** Names a class of Python whose instance the keys describe. */
    static final String TYPE = "__type__";

    public Keys {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String shown() {
      return "khóa / keys " + entries.keySet();
    }

    @Override
    public Object plain() throws InvalidDag {
      Map<String, Object> plain = new LinkedHashMap<>();
      for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
        if (entry.getKey().startsWith("__")) {
          throw new InvalidDag(
              entry.getValue().line(),
              "không hỗ trợ '" + entry.getKey() + "' ở đây / is not supported here");
        }
        plain.put(entry.getKey(), entry.getValue().plain());
      }
      return Collections.unmodifiableMap(plain);
    }

    /** These keys, and those of the other that are not among them; keys below keys likewise. */
    Keys over(Keys defaults) {
      Map<String, YamlValue> merged = new LinkedHashMap<>(entries);
      defaults.entries.forEach(
          (key, value) ->
              merged.merge(
                  key,
                  value,
                  (own, other) ->
                      own instanceof Keys mine && other instanceof Keys theirs && !mine.typed()
                          ? mine.over(theirs)
                          : own));
      return new Keys(merged, line);
    }

    private boolean typed() {
      return entries.containsKey(TYPE);
    }
  }
}
