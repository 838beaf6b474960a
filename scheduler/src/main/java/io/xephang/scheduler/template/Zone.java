package io.xephang.scheduler.template;

import java.time.ZoneId;
import java.util.List;

/** A time zone, as {@code dag.timezone} is one. */
record Zone(ZoneId id) {
  private static final List<String> MEMBERS = List.of("name", "key");

  Object member(String name) throws TemplateFailed {
    if (!MEMBERS.contains(name)) {
      throw new UndefinedValue(name, MEMBERS.toString());
    }
    return id.getId();
  }

  /** As Python prints it. */
  @Override
  public String toString() {
    return id.getId();
  }
}
