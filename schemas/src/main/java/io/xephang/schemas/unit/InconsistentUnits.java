package io.xephang.schemas.unit;

import java.util.Collection;
import java.util.List;

/** Units that contradict each other; whoever read them from files can say in which lines. */
public final class InconsistentUnits extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> codes;

  InconsistentUnits(Collection<String> codes, String problem) {
    super(problem);
    this.codes = List.copyOf(codes);
  }

  /** Codes of the units that are at fault. */
  public List<String> codes() {
    return codes;
  }
}
