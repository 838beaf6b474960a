package io.xephang.cli.run;

import io.xephang.home.RunRecord;
import io.xephang.home.RunStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a run did, in a few lines for standard error. */
public final class RunSummary {
  private RunSummary() {}

  public static void print(RunRecord run, PrintStream err) {
    err.println(headline(run));
    err.printf(
        Locale.ROOT,
        "  %d tệp / files, %d dòng / rows = %d nhận / accepted + %d trùng / duplicates + %d bị loại"
            + " / quarantined%n",
        run.filesRead(),
        run.rowsRead(),
        run.accepted(),
        run.duplicates(),
        run.quarantined());
    for (String left : run.leftAlone()) {
      err.println("  để lại / left alone: " + left);
    }
    if (run.message() != null) {
      err.println("  " + run.message());
    }
  }

  private static String headline(RunRecord run) {
    String how =
        switch (run.status()) {
          case RUNNING -> "đang chạy / running";
          case PUBLISHED -> "đã công bố số / published " + run.publication();
          case NOTHING_NEW -> "không có gì mới / nothing new";
          case CHECK_FAILED ->
              "kiểm tra không đạt, không công bố / check failed, nothing published";
          case FAILED -> "thất bại / failed";
          case INTERRUPTED -> "bị ngắt / interrupted";
        };
    String asOf = run.asOf() == null ? "" : ", số liệu đến / as of " + run.asOf();
    return run.runId() + ": " + how + asOf + seconds(run);
  }

  private static String seconds(RunRecord run) {
    return run.finishedAt() == null || run.status() == RunStatus.INTERRUPTED
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.1f giây / s",
            Duration.between(run.startedAt(), run.finishedAt()).toMillis() / 1000.0);
  }
}
