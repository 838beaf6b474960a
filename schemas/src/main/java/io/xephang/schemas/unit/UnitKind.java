package io.xephang.schemas.unit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a unit is. Centrally run cities are provinces. */
public enum UnitKind {
  NATION,
  MINISTRY,
  PROVINCE,
  DEPARTMENT,
  DISTRICT,
  COMMUNE;

  /** As it stands in the view {@code unit}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UnitKind> parse(String written) {
    String id = written.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
