package io.xephang.scheduler.store;

import java.nio.file.Path;

/** The database of runs cannot be opened; the message is for users. */
public final class StoreUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  static StoreUnavailable locked(Path file) {
    return new StoreUnavailable(
        "tiến trình khác đang mở / another process has it open: "
            + file
            + ".mv.db; đợi nó xong rồi chạy lại / wait until it is done, then try again",
        null);
  }

  static StoreUnavailable because(Path file, Exception cause) {
    return new StoreUnavailable(
        "không mở được / cannot open " + file + ".mv.db: " + cause.getMessage(), cause);
  }
}
