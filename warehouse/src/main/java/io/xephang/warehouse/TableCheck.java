package io.xephang.warehouse;

import java.util.List;

/**
 * A table that was compared.
 *
 * @param against what it was compared with
 * @param rows how many it has
 * @param differences how many rows differ
 * @param examples the first of them, by key
 */
public record TableCheck(
    String table, Against against, long rows, long differences, List<Difference> examples) {
  public TableCheck {
    examples = List.copyOf(examples);
  }

  /** What a table is compared with. */
  public enum Against {
    /** The published files themselves: whether they are there and can be read. */
    FILES,
    /** Published, against what follows from the kept rows and the definitions. */
    RECOMPUTED,
    /** Served, against what is published. */
    PUBLISHED
  }

  static TableCheck unreadable(String table, Against against, List<Difference> found) {
    return new TableCheck(table, against, 0, found.size(), found);
  }
}
