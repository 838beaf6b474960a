package io.xephang.warehouse;

import java.util.Locale;

/** What a rate rests on. */
public enum Basis {
  /** Catalogs and dossiers. */
  COMPUTED,
  /** What units reported or letters printed. */
  REPORTED;

  /** As it stands in the column {@code basis}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
