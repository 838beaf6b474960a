package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides whether a row of one feed counts. It runs on the executors: what it needs to know must be
 * serializable.
 */
interface RowJudge extends Serializable {
  /**
   * The columns that an accepted row gets besides its statement, file and position, in the order of
   * the feed's table.
   */
  List<String> columns();

  Verdict judge(RawRow.Cells row, Origin origin);

  /** What becomes of a row. */
  sealed interface Verdict {
    /**
     * The row counts.
     *
     * @param values in the order of {@link #columns()}; may hold nulls
     */
    record Accepted(List<Object> values) implements Verdict {}

    /** The row goes to quarantine. */
    record Rejected(Rejection rejection) implements Verdict {}
  }

  /** The values in the order of the columns, or the first rejection that was noted. */
  default Verdict verdict(CellReader cells, Map<String, Object> values) {
    return cells
        .rejection()
        .<Verdict>map(Verdict.Rejected::new)
        .orElseGet(
            () ->
                new Verdict.Accepted(
                    columns().stream().<Object>map(values::get).collect(Collectors.toList())));
  }
}
