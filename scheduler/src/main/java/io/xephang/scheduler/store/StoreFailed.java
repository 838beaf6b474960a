package io.xephang.scheduler.store;

import java.sql.SQLException;

/** The database of runs could not do what it was asked to; nothing of it was kept. */
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailed(SQLException cause) {
    super("cơ sở dữ liệu của bộ lập lịch / the scheduler's database: " + cause.getMessage(), cause);
  }
}
