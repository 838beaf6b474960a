package io.xephang.warehouse;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param time from its start to its last row, longer than nothing
 * @param rows how many are handed out at most, at least 1
 */
public record QueryLimits(Duration time, long rows) {
  /** A minute, and every row. */
  public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofMinutes(1), Long.MAX_VALUE);

  public QueryLimits {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("time is " + time + ", expected more than nothing");
    }
    if (rows < 1) {
      throw new IllegalArgumentException("rows are " + rows + ", expected at least 1");
    }
  }
}
