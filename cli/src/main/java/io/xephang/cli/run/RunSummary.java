package io.xephang.cli.run;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
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
    for (String rejected : run.rejected()) {
      err.println("  bị loại / rejected: " + rejected);
    }
    if (run.message() != null && run.findings().isEmpty()) {
      err.println("  " + run.message());
    }
    run.findings().forEach(finding -> print(finding, err));
    if (run.quarantined() > 0 && run.status() == RunStatus.PUBLISHED) {
      err.println("  Xem dòng bị loại / See the rejected rows: xephang quarantine list");
    }
    if (!run.leftAlone().isEmpty()) {
      // Their own lines may have scrolled away.
      err.println("  " + run.leftAlone().size() + " mục để lại / left alone");
    }
  }

  private static void print(CheckFinding finding, PrintStream err) {
    err.println(
        "  "
            + switch (finding.outcome()) {
              case BROKEN -> "DỮ LIỆU HỎNG / DATA BROKEN: ";
              case FAILED -> "KIỂM TRA KHÔNG ĐẠT / CHECK FAILED: ";
              case WARNED -> "cảnh báo / warning: ";
              case ACCEPTED -> "không đạt, đã chấp nhận / failed, accepted: ";
            }
            + finding.check()
            + ", "
            + finding.rows()
            + " dòng / rows");
    err.println("    quy tắc / rule: " + finding.rule());
    finding.examples().forEach(example -> err.println("    thấy / found: " + example));
    if (finding.outcome() == Outcome.ACCEPTED) {
      err.println("    lý do / reason: " + finding.acceptedBecause());
    }
    if (finding.outcome() == Outcome.BROKEN) {
      err.println(
          "    Đây là lỗi của chương trình hoặc của kho dữ liệu, hãy báo kèm nhật ký. / This is a"
              + " defect of the program or of the lake: report it with the log.");
    }
    if (finding.outcome() == Outcome.FAILED) {
      err.println(
          "    Kiểm tra tệp nguồn; nếu số liệu đúng, chạy lại với / Look at the files; if they are"
              + " right, run again with: --accept "
              + finding.check()
              + "=\"lý do / reason\"");
    }
  }

  private static String headline(RunRecord run) {
    String how =
        switch (run.status()) {
          case RUNNING -> "đang chạy / running";
          case PUBLISHED -> "đã công bố số / published " + run.publication();
          case NOTHING_NEW ->
              run.landing() == null
                  ? "xong, không có công bố mới / done, no new publication"
                  : "không có gì mới / nothing new";
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
