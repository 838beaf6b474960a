package io.xephang.cli.status;

import io.xephang.cli.DisplayText;
import io.xephang.home.RunRecord;
import io.xephang.home.RunStatus;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.FeedCoverage;
import io.xephang.warehouse.FeedCoverage.LateUnit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The status for people. */
public final class StatusText {
  private static final int NAMED_UNITS = 5;
  private static final int NAMED_FILES = 10;

  private StatusText() {}

  public static void print(DeploymentStatus status, PrintStream out) {
    out.println(
        status
            .publication()
            .map(
                publication ->
                    "Công bố / Publication: số / no. "
                        + publication.id()
                        + ", "
                        + VietnameseNumber.time(publication.publishedAt())
                        + ", số liệu đến / as of "
                        + VietnameseNumber.date(publication.asOf()))
            .orElse(
                "Chưa có công bố nào: xephang run --landing DIR / No publication yet: xephang run"
                    + " --landing DIR"));
    status
        .unserved()
        .ifPresent(
            made ->
                out.println(
                    "  Công bố số "
                        + made
                        + " chưa tra cứu được: hãy chạy lại / Publication "
                        + made
                        + " is not served yet: run again"));
    section(out, "Lần chạy / Runs", status.runs().stream().flatMap(StatusText::run).toList());
    status.lastLook().ifPresent(run -> leftAlone(out, run));
    if (status.publication().isPresent()) {
      section(
          out,
          "Gửi dữ liệu / Coverage",
          status.coverage().stream().map(StatusText::coverage).toList());
      section(
          out,
          "Bị loại / Quarantine",
          status.quarantine().stream()
              .map(count -> count.feed() + ", " + count.reason() + ": " + count.rows())
              .toList());
      section(
          out,
          "Tệp / Files",
          status.files().stream()
              .map(count -> count.feed() + ", " + count.status() + ": " + count.files())
              .toList());
      if (!status.rejectedFiles().isEmpty()) {
        section(
            out,
            "Tệp bị loại toàn bộ / Files of which every row was rejected",
            firstOf(status.rejectedFiles()));
      }
    }
  }

  private static void leftAlone(PrintStream out, RunRecord run) {
    List<String> left = run.leftAlone();
    if (left.isEmpty()) {
      return;
    }
    out.println("Để lại / Left alone, " + run.runId() + ": " + left.size() + " mục / entries");
    left.stream().limit(NAMED_FILES).forEach(entry -> out.println("  " + DisplayText.of(entry)));
    int more = left.size() - NAMED_FILES;
    if (more > 0) {
      out.println("  … và " + more + " nữa / and " + more + " more");
    }
  }

  private static List<String> firstOf(List<String> files) {
    List<String> shown = new ArrayList<>(files.subList(0, Math.min(NAMED_FILES, files.size())));
    if (files.size() > NAMED_FILES) {
      shown.add("… " + files.size() + " (xephang quarantine list)");
    }
    return shown;
  }

  private static void section(PrintStream out, String title, List<String> lines) {
    out.println(title + ":" + (lines.isEmpty() ? " không có / none" : ""));
    lines.forEach(line -> out.println("  " + line));
  }

  private static Stream<String> run(RunRecord run) {
    return Stream.concat(
        Stream.of(line(run)),
        run.findings().stream()
            .map(
                finding ->
                    "  "
                        + finding.outcome().id()
                        + ": "
                        + finding
                        + (finding.acceptedBecause() == null
                            ? ""
                            : " (" + finding.acceptedBecause() + ")")));
  }

  private static String line(RunRecord run) {
    return run.runId()
        + ", "
        + run.task()
        + ", "
        + run.status().id()
        + ", "
        + run.filesRead()
        + " tệp / files, "
        + run.quarantined()
        + " dòng bị loại / rows quarantined"
        + ((run.status() == RunStatus.RUNNING || run.status() == RunStatus.INTERRUPTED)
                && run.milestone() != null
            ? ", qua mốc / passed: " + run.milestone()
            : "")
        + (run.message() == null || !run.findings().isEmpty() ? "" : ": " + run.message());
  }

  private static String coverage(FeedCoverage feed) {
    List<LateUnit> late = feed.late();
    String names =
        String.join(", ", late.stream().limit(NAMED_UNITS).map(LateUnit::unitName).toList());
    return feed.feed()
        + ": "
        + late.size()
        + " trễ trong / late of "
        + feed.units()
        + (late.isEmpty() ? "" : " (" + names + (late.size() > NAMED_UNITS ? ", …" : "") + ")");
  }
}
