package io.xephang.warehouse;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Lets rows go, counting them. */
final class DroppedRows implements RowSink {
  private final AtomicLong rows = new AtomicLong();

  long rows() {
    return rows.get();
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    rows.set(0);
  }

  @Override
  public void row(List<Object> values) {
    rows.incrementAndGet();
  }

  @Override
  public void end() {
    // There is nothing to finish.
  }
}
