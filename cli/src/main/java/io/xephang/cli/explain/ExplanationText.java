package io.xephang.cli.explain;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.xephang.cli.DisplayText;
import io.xephang.cli.annex.PrintedRate;
import io.xephang.cli.annex.SyntheticNotice;
import io.xephang.cli.annex.VietnameseNumber;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.PublishedValue;
import io.xephang.warehouse.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The explanation for people, in parts that are numbered; long tables are cut. */
public final class ExplanationText implements Evidence.Cases<IOException> {
  private static final int NAME_WIDTH = 60;

  private final Explanation explanation;
  private final int limit;
  private final Writer out;
  private final Map<String, Integer> fileNumbers;
  private int part;

  private ExplanationText(Explanation explanation, int limit, Writer out) {
    this.explanation = explanation;
    this.limit = limit;
    this.out = out;
    List<SourceFile> files = explanation.files();
    this.fileNumbers =
        files.stream().collect(Collectors.toMap(SourceFile::file, file -> files.indexOf(file) + 1));
  }

  /**
   * Writes the explanation.
   *
   * @param limit how many rows of a long table
   */
  public static void write(Explanation explanation, int limit, Writer out) throws IOException {
    new ExplanationText(explanation, limit, out).write();
  }

  private void write() throws IOException {
    title();
    result();
    formula();
    explanation.evidence().tell(this);
    files();
    check();
  }

  private void title() throws IOException {
    ExplainedIndicator indicator = explanation.indicator();
    ExplainedUnit unit = explanation.unit();
    line("GIẢI THÍCH SỐ LIỆU / WHY A FIGURE IS WHAT IT IS");
    line(
        "Chỉ số / Indicator: "
            + indicator.nameVi()
            + " / "
            + indicator.nameEn()
            + " ("
            + indicator.id()
            + ")");
    line("Đơn vị / Unit: " + shown(unit.fullName()) + " (" + unit.code() + ")");
    line(
        dayOrPeriod()
            + "; "
            + (computed() ? "tính toán / computed" : "theo báo cáo / as reported")
            + "; công bố số / publication "
            + explanation.publication().id()
            + ", "
            + VietnameseNumber.time(explanation.publication().publishedAt()));
    if (explanation.question().asOf().isAfter(explanation.publication().asOf())) {
      line(
          "Ngày được hỏi sau ngày tính của lần công bố / The day is later than the publication's: "
              + VietnameseNumber.date(explanation.publication().asOf()));
    }
    if (explanation.sources().synthetic()) {
      line(SyntheticNotice.TEXT);
    }
  }

  private String dayOrPeriod() {
    PeriodType type = explanation.question().periodType();
    LocalDate day = explanation.question().asOf();
    return type == PeriodType.AS_OF
        ? "Ngày / Date: " + VietnameseNumber.date(day)
        : "Kỳ / Period: "
            + VietnameseNumber.date(type.firstDay(day))
            + " – "
            + VietnameseNumber.date(type.lastDay(day));
  }

  private void result() throws IOException {
    PublishedValue value = explanation.value();
    LocalDate published = explanation.publication().asOf();
    heading("Kết quả / Result");
    line(rate(value));
    if (value.validFrom() != null) {
      line(
          "Ngày số liệu / Date of the data: "
              + VietnameseNumber.date(value.dataDate())
              + "; giá trị giữ nguyên / the value holds: "
              + VietnameseNumber.date(value.validFrom())
              + " – "
              + (value.validTo() == null || value.validTo().isAfter(published)
                  ? "nay / now"
                  : VietnameseNumber.date(value.validTo().minusDays(1))));
    }
    if (value.value() != null
        && explanation.unit().hasTargets()
        && explanation.indicator().target() != null) {
      line(target(explanation.indicator().target(), value));
    }
    ranks(value);
  }

  private static String rate(PublishedValue value) {
    boolean counted = value.numerator() != null && value.denominator() != null;
    String counts =
        counted
            ? VietnameseNumber.count(value.numerator())
                + "/"
                + VietnameseNumber.count(value.denominator())
            : "không có tử số, mẫu số / no counts";
    String printed =
        value.printedValue() == null ? "" : "; in / printed: " + shown(value.printedValue());
    if (value.value() == null) {
      return (counted
              ? "Không có tỉ lệ vì mẫu số bằng 0 / No rate, the denominator is 0: "
              : "Không có tỉ lệ / No rate: ")
          + counts
          + printed;
    }
    return counted
        ? PrintedRate.of(value.numerator(), value.denominator())
            + " = "
            + counts
            + " = "
            + exact(value.value())
            + printed
        : PrintedRate.of(value.value()) + " = " + exact(value.value()) + "; " + counts + printed;
  }

  /** Every digit of the binary fraction that is published, with a decimal comma. */
  private static String exact(double fraction) {
    return new BigDecimal(Double.toString(fraction))
        .stripTrailingZeros()
        .toPlainString()
        .replace('.', ',');
  }

  private String target(DueTarget target, PublishedValue value) {
    BigDecimal rate =
        value.numerator() != null && value.denominator() != null
            ? PrintedRate.fraction(value.numerator(), value.denominator())
            : BigDecimal.valueOf(value.value());
    BigDecimal points = rate.subtract(BigDecimal.valueOf(target.value())).movePointRight(2);
    boolean reached =
        explanation.indicator().lowerIsBetter() ? points.signum() <= 0 : points.signum() >= 0;
    return "Mục tiêu / Target: "
        + PrintedRate.target(target.value())
        + ", hạn / due "
        + VietnameseNumber.date(target.due())
        + " ("
        + target.legalBasis()
        + "): "
        + (reached ? "đạt / reached, " : "chưa đạt / not reached, ")
        + (points.signum() < 0 ? "thấp hơn / below by " : "cao hơn / above by ")
        + VietnameseNumber.decimal(points.abs(), 2)
        + " điểm phần trăm / percentage points";
  }

  private void ranks(PublishedValue value) throws IOException {
    if (explanation.unit().isSum()) {
      return;
    }
    if (!explanation.unit().listed()) {
      line(
          "Không xếp hạng: cơ quan không có trong danh sách thống kê. / Not ranked: the annex leaves"
              + " it out.");
    }
    for (PublishedValue.PeerRank place : value.ranks()) {
      line(
          "Hạng / Rank: "
              + (place.rank() == null ? "–" : place.rank() + "/" + place.ranked())
              + " trong / among "
              + peers(place.peerGroup()));
    }
  }

  private static String peers(String group) {
    int colon = group.indexOf(':');
    String within = colon < 0 ? "" : " " + shown(group.substring(colon + 1));
    String kind = colon < 0 ? group : group.substring(0, colon);
    return switch (kind) {
          case "ministry" -> "các bộ, ngành";
          case "province" -> "các tỉnh, thành phố";
          case "region" -> "vùng" + within;
          case "department" -> "các sở, ban, ngành của" + within;
          case "district" -> "các huyện của" + within;
          case "commune" -> "các xã của" + within;
          default -> shown(kind) + within;
        }
        + " ("
        + shown(group)
        + ")";
  }

  private void formula() throws IOException {
    ExplainedIndicator indicator = explanation.indicator();
    heading("Công thức / Formula");
    line(
        "Tử số / Numerator: "
            + indicator.numeratorVi()
            + " / "
            + indicator.numeratorEn()
            + (computed() ? predicate(indicator.predicates().numerator()) : ""));
    line(
        "Mẫu số / Denominator: "
            + indicator.denominatorVi()
            + " / "
            + indicator.denominatorEn()
            + (computed() ? predicate(indicator.predicates().denominator()) : ""));
    line(
        "Căn cứ pháp lý / Legal basis: "
            + (indicator.legalBasis() == null ? "không có / none" : indicator.legalBasis()));
    for (DefinitionChange change : indicator.changes()) {
      line(
          "Lưu ý / Note, "
              + VietnameseNumber.date(change.date())
              + ": "
              + change.vi()
              + " / "
              + change.en());
    }
  }

  private static String predicate(String predicate) {
    return predicate.equals("true") ? "" : " [" + predicate + "]";
  }

  @Override
  public void services(Evidence.Services services) throws IOException {
    catalogs(services);
    services("Dịch vụ trong tử số / Services in the numerator", services.inNumerator().toList());
    services(
        "Dịch vụ chỉ trong mẫu số / Services in the denominator only",
        services.inDenominatorOnly().toList());
    if (services.notCounted() > 0) {
      line("");
      line(
          VietnameseNumber.count(services.notCounted())
              + " dịch vụ khác của danh mục không thuộc mẫu số. / "
              + services.notCounted()
              + " other services of the catalog are not in the denominator.");
    }
  }

  private void catalogs(Evidence.Services services) throws IOException {
    List<CatalogInForce> catalogs = services.catalogs();
    heading("Danh mục có hiệu lực / Catalogs in force: " + VietnameseNumber.count(catalogs.size()));
    if (explanation.unit().code().indexOf('.') < 0) {
      line(
          "Danh mục gộp của đơn vị và mọi đơn vị bên dưới: mỗi thủ tục tính một lần, lấy mức độ cao"
              + " nhất. / The union of its own catalog and those of all units below: each procedure"
              + " once, at its highest level.");
    }
    table(
        List.of(
            left("Mã / Code"),
            left("Đơn vị / Unit"),
            right("Ngày danh mục / Snapshot"),
            right("Hiệu lực từ / In force from"),
            right("Dịch vụ / Services")),
        catalogs,
        catalog ->
            List.of(
                catalog.unitCode(),
                catalog.unitName(),
                VietnameseNumber.date(catalog.snapshotDate()),
                VietnameseNumber.date(catalog.validFrom()),
                VietnameseNumber.count(catalog.services())));
  }

  private void services(String title, List<CountedService> services) throws IOException {
    heading(title + ": " + VietnameseNumber.count(services.size()));
    table(
        List.of(
            left("TTHC / Procedure"),
            left("Tên / Name"),
            right("Mức / Level"),
            left("Đủ ĐK / Elig."),
            left("Cổng / Portal"),
            left("Bộ / Min."),
            left("Đơn vị / Unit"),
            right("Ngày / Snapshot"),
            left("Tệp / File")),
        services,
        service -> {
          Offer decides = service.offers().get(0);
          int others = service.offers().size() - 1;
          return Arrays.asList(
              service.procedureCode(),
              service.name(),
              service.level() == null ? "–" : service.level().toString(),
              yes(service.eligibleLevel4()),
              yes(service.onNationalPortal()),
              yes(service.runByMinistry()),
              decides.unitCode() + (others == 0 ? "" : " +" + others),
              VietnameseNumber.date(decides.snapshotDate()),
              file(decides.file()));
        });
  }

  private static String yes(boolean truth) {
    return truth ? "có" : "";
  }

  @Override
  public void summands(Evidence.Summands summands) throws IOException {
    List<Summand> units = summands.withValue().toList();
    heading(
        "Các số hạng / What is added up: "
            + VietnameseNumber.count(units.size())
            + " đơn vị có số liệu / units with a value");
    table(
        List.of(
            left("Mã / Code"),
            left("Đơn vị / Unit"),
            right("Tử số / Numerator"),
            right("Mẫu số / Denominator"),
            right("Tỉ lệ / Rate"),
            right("Ngày số liệu / Data of")),
        units,
        unit ->
            List.of(
                unit.unitCode(),
                unit.unitName(),
                unit.numerator() == null ? "" : VietnameseNumber.count(unit.numerator()),
                unit.denominator() == null ? "" : VietnameseNumber.count(unit.denominator()),
                rate(unit),
                VietnameseNumber.date(unit.dataDate())));
    if (summands.mean() != null) {
      line(
          "Trung bình cộng các đơn vị, không phải tỉ lệ chung / Unweighted mean of the units, which"
              + " is not the pooled rate: "
              + PrintedRate.of(summands.mean()));
    }
    List<Summand> missing = summands.withoutValue().toList();
    if (!missing.isEmpty()) {
      line(
          "Chưa có số liệu / Without a value ("
              + VietnameseNumber.count(missing.size())
              + "): "
              + missing.stream()
                  .map(unit -> unit.unitCode() + " " + shown(unit.unitName()))
                  .collect(Collectors.joining("; ")));
    }
  }

  private static String rate(Summand unit) {
    if (unit.printedValue() != null) {
      return unit.printedValue();
    }
    if (unit.value() == null) {
      return "–";
    }
    return unit.numerator() != null && unit.denominator() != null
        ? PrintedRate.of(unit.numerator(), unit.denominator())
        : PrintedRate.of(unit.value());
  }

  @Override
  public void reports(Evidence.Reports reports) throws IOException {
    heading("Báo cáo được xếp hạng / The report that is ranked");
    report(reports.ranked());
    if (!reports.others().isEmpty()) {
      heading(
          "Báo cáo khác cho cùng ngày, không được dùng / Other reports for the same date, not used: "
              + VietnameseNumber.count(reports.others().size()));
      line(
          "Trong các báo cáo cho một ngày, báo cáo có tên tệp lớn nhất rồi vị trí sau cùng được dùng."
              + " / Of several reports for one date that of the greatest file name, then position,"
              + " is used.");
      for (Report other : reports.others()) {
        line("");
        report(other);
      }
    }
  }

  private void report(Report report) throws IOException {
    line(
        "Tệp / File: "
            + file(report.file())
            + " "
            + shown(report.file())
            + ", vị trí / position "
            + report.position());
    said("Tên như in / Name as printed", report.printedName());
    said("Giá trị như in / Value as printed", report.printedValue());
    line(
        "Tử số, mẫu số / Counts: "
            + (report.numerator() == null ? "–" : VietnameseNumber.count(report.numerator()))
            + "/"
            + (report.denominator() == null ? "–" : VietnameseNumber.count(report.denominator())));
    said("Nguồn / Source", report.source());
    said("Ghi chú / Note", report.note());
    line("Đối chiếu / Reconciliation: " + verdict(report));
  }

  private void said(String what, String text) throws IOException {
    if (text != null) {
      line(what + ": " + shown(text));
    }
  }

  private static String verdict(Report report) {
    return switch (report.verdict()) {
          case "exact" -> "đúng bằng phân số / the very fraction";
          case "rounded" -> "làm tròn đúng / rightly rounded";
          case "truncated" -> "cắt bớt chữ số / cut off";
          case "mismatch" ->
              "KHÔNG KHỚP: số đếm cho / DOES NOT MATCH: the counts give "
                  + PrintedRate.of(report.numerator(), report.denominator());
          default -> "không đối chiếu được / nothing to check it with";
        }
        + " ("
        + report.verdict()
        + ")";
  }

  private void files() throws IOException {
    heading("Tệp nguồn / Source files: " + VietnameseNumber.count(explanation.files().size()));
    table(
        List.of(
            left("Số / No."),
            left("Tệp / File"),
            left("Lần chạy / Run"),
            right("Nhận lúc / Ingested"),
            left("SHA-256")),
        explanation.files(),
        file ->
            List.of(
                file(file.file()),
                file.file(),
                file.runId(),
                VietnameseNumber.time(file.ingestedAt()),
                file.contentSha256()));
  }

  private void check() throws IOException {
    heading("Kiểm tra / Check");
    if (explanation.agrees()) {
      line(
          explanation.evidence() instanceof Evidence.Reports
              ? "Giá trị công bố đúng là giá trị của báo cáo. / What is published is what the report"
                  + " says."
              : "Cộng lại từ các dòng trên: "
                  + counts(explanation.evidence())
                  + ", khớp với số công bố. / Added up from the rows above: it is what is"
                  + " published.");
    } else {
      line(
          "KHÔNG KHỚP: các dòng trên cho / DOES NOT AGREE: the rows above give "
              + counts(explanation.evidence())
              + "; công bố / published "
              + rate(explanation.value()));
    }
  }

  private static String counts(Evidence evidence) {
    return evidence.numerator() == null || evidence.denominator() == null
        ? "không có tử số, mẫu số / no counts"
        : VietnameseNumber.count(evidence.numerator())
            + "/"
            + VietnameseNumber.count(evidence.denominator());
  }

  private String file(String name) {
    Integer number = fileNumbers.get(name);
    return number == null ? shown(name) : "[" + number + "]";
  }

  private boolean computed() {
    return explanation.question().basis() == Basis.COMPUTED;
  }

  private <T> void table(List<Column> columns, List<T> rows, Function<T, List<String>> cells)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<String[]> shownRows = new ArrayList<>();
    for (T row : rows.subList(0, Math.min(limit, rows.size()))) {
      shownRows.add(
          cells.apply(row).stream()
              .map(text -> text == null ? "" : shown(text))
              .toArray(String[]::new));
    }
    if (!shownRows.isEmpty()) {
      line(
          AsciiTable.builder()
              .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
              .lineSeparator("\n")
              .data(columns.toArray(Column[]::new), shownRows.toArray(String[][]::new))
              .asString());
    }
    int more = rows.size() - shownRows.size();
    if (more > 0) {
      line(
          "… và "
              + VietnameseNumber.count(more)
              + " dòng nữa; --all để xem hết. / … and "
              + more
              + " more; --all lists them.");
    }
  }

  private static Column left(String header) {
    return column(header, HorizontalAlign.LEFT);
  }

  private static Column right(String header) {
    return column(header, HorizontalAlign.RIGHT);
  }

  private static Column column(String header, HorizontalAlign align) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(align)
        .maxWidth(header.startsWith("Tên") ? NAME_WIDTH : Integer.MAX_VALUE);
  }

  private void heading(String title) throws IOException {
    part++;
    line("");
    line(part + ". " + title);
  }

  private static String shown(String text) {
    return DisplayText.of(text);
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
