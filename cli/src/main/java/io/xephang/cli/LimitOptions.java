package io.xephang.cli;

import io.xephang.warehouse.Answered;
import io.xephang.warehouse.QueryLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a query may use: the same options wherever one is asked. */
final class LimitOptions {
  /** A table is held in memory until its widths are known, and read by eye. */
  private static final long ROWS_OF_A_TABLE = 10_000;

  /** Whoever waits longer has a query to be cut up; nothing near it overflows a clock. */
  private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = {
        "Thời gian nhiều nhất, tính đến dòng cuối, từ 1 đến 86400 giây. (${DEFAULT-VALUE})",
        "Most time, up to the last row: 1 to 86400 seconds."
      })
  private long seconds;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      description = {
        "Số dòng nhiều nhất; mặc định 10000 với bảng trên màn hình, còn lại không giới hạn.",
        "Most rows; by default 10000 of a table on the screen, and all of anything else."
      })
  private Long rows;

  /** The limits of a query whose rows are handed out one by one. */
  QueryLimits of(boolean tableOnScreen) throws CommandFailed {
    if (rows != null && rows < 1) {
      throw CommandFailed.wrongUsage(
          "--max-rows " + rows + ": cần số từ 1 trở lên / expected a number from 1 up");
    }
    long most = tableOnScreen ? ROWS_OF_A_TABLE : Long.MAX_VALUE;
    return new QueryLimits(time(), rows == null ? most : rows);
  }

  /** The limit of a query whose file DuckDB writes by itself, whole or not at all. */
  Duration ofWholeFile() throws CommandFailed {
    if (rows != null) {
      throw CommandFailed.wrongUsage(
          "--max-rows: không dùng với tệp này, hãy viết LIMIT vào câu lệnh / not with this form,"
              + " write LIMIT into the statement");
    }
    return time();
  }

  /** Says on standard error when rows were left out. */
  static void sayIfCut(CommandContext context, Answered answered) {
    if (answered.cut()) {
      context
          .err()
          .println(
              "Chỉ "
                  + answered.rows()
                  + " dòng đầu; còn nữa. Tăng --max-rows, hoặc ghi ra tệp bằng --format csv -o FILE. /"
                  + " Only the first "
                  + answered.rows()
                  + " rows; there are more. Raise --max-rows, or write a file with --format csv -o"
                  + " FILE.");
    }
  }

  private Duration time() throws CommandFailed {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw CommandFailed.wrongUsage(
          "--timeout "
              + seconds
              + ": cần số giây từ 1 đến "
              + MOST_SECONDS
              + " / expected seconds from 1 to "
              + MOST_SECONDS);
    }
    return Duration.ofSeconds(seconds);
  }
}
