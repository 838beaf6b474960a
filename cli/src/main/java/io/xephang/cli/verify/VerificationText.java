package io.xephang.cli.verify;

import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.Difference;
import io.xephang.warehouse.Difference.Field;
import io.xephang.warehouse.TableCheck;
import io.xephang.warehouse.TableCheck.Against;
import io.xephang.warehouse.VerificationReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The report for people: a line for each kind of comparison, and every table that differs. */
public final class VerificationText {
  private final VerificationReport report;
  private final Writer out;

  private VerificationText(VerificationReport report, Writer out) {
    this.report = report;
    this.out = out;
  }

  public static void write(VerificationReport report, Writer out) throws IOException {
    new VerificationText(report, out).write();
  }

  private void write() throws IOException {
    line(
        "Công bố số / Publication "
            + report.publication()
            + ", số liệu đến / as of "
            + VietnameseNumber.date(report.asOf()));
    if (report.otherDefinitions()) {
      line(
          "Định nghĩa đã khác với lúc công bố: lần chạy sau tính lại tất cả; khác biệt dưới đây có"
              + " thể do đó. / The definitions are no longer those of the publication: the next run"
              + " computes everything anew, and differences may come from them.");
    }
    for (Against against : Against.values()) {
      List<TableCheck> checks =
          report.checks().stream().filter(check -> check.against() == against).toList();
      if (!checks.isEmpty()) {
        section(against, checks);
      }
    }
    line(
        report.agrees()
            ? "Khớp đến chữ số cuối cùng. / All agrees, to the last digit."
            : "KHÔNG KHỚP: "
                + VietnameseNumber.count(report.differences())
                + " khác biệt. / DOES NOT AGREE: "
                + report.differences()
                + " differences.");
  }

  private void section(Against against, List<TableCheck> checks) throws IOException {
    line(title(against) + ":");
    String equal =
        checks.stream()
            .filter(check -> check.differences() == 0)
            .map(check -> check.table() + " " + VietnameseNumber.count(check.rows()))
            .collect(Collectors.joining(", "));
    if (!equal.isEmpty()) {
      line("  khớp / equal (dòng / rows): " + equal);
    }
    for (TableCheck check : checks) {
      if (check.differences() > 0) {
        different(check);
      }
    }
  }

  private void different(TableCheck check) throws IOException {
    line(
        "  KHÁC / DIFFERENT: "
            + check.table()
            + ", "
            + VietnameseNumber.count(check.differences())
            + " dòng / rows");
    for (Difference difference : check.examples()) {
      line("    " + where(difference) + ": " + what(check.against(), difference));
    }
    if (check.differences() > check.examples().size()) {
      line(
          "    … và "
              + VietnameseNumber.count(check.differences() - check.examples().size())
              + " dòng nữa / and more");
    }
  }

  private static String title(Against against) {
    return switch (against) {
      case FILES -> "Tệp đã công bố / Published files";
      case RECOMPUTED -> "Đã công bố, so với tính lại từ đầu / Published, against recomputed";
      case PUBLISHED -> "Đang phục vụ tra cứu, so với đã công bố / Served, against published";
    };
  }

  private static String where(Difference difference) {
    return difference.key().entrySet().stream()
        .filter(column -> !column.getValue().isEmpty())
        .map(column -> column.getKey() + "=" + column.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String what(Against against, Difference difference) {
    return switch (difference.kind()) {
      case UNREADABLE -> "không đọc được / cannot be read: " + difference.fields().get(0).found();
      case MISSING -> "thiếu dòng / row is missing; " + rows(against, difference);
      case UNEXPECTED -> "thừa dòng / row should not be there; " + rows(against, difference);
      case DIFFERENT -> rows(against, difference);
    };
  }

  private static String rows(Against against, Difference difference) {
    String found = against == Against.RECOMPUTED ? "công bố / published" : "phục vụ / served";
    String expected =
        against == Against.RECOMPUTED ? "tính lại / recomputed" : "công bố / published";
    return difference.fields().stream()
        .map(field -> field.column() + " " + sides(field, found, expected))
        .collect(Collectors.joining("; "));
  }

  private static String sides(Field field, String found, String expected) {
    if (field.found() == null) {
      return expected + " " + shown(field.expected());
    }
    return found
        + " "
        + shown(field.found())
        + (field.expected() == null ? "" : ", " + expected + " " + shown(field.expected()));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(trống / null)" : value;
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
