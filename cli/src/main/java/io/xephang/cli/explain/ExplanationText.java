package io.xephang.cli.explain;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.xephang.cli.DisplayText;
import io.xephang.reports.annex.PeriodName;
import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.SyntheticNotice;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedDossier;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.DossierGroup;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.PublishedValue;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
    if (stillRuns()) {
      line(
          "Kỳ chưa hết, tính đến hết ngày "
              + lastDay()
              + " (ngày tính của lần công bố) / The period is still running: counted up to "
              + lastDay()
              + ", the publication's as-of date");
    } else if (explanation.question().asOf().isAfter(explanation.publication().asOf())) {
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
    return ofPeriod()
        ? "Kỳ / Period: "
            + PeriodName.vietnamese(type, day)
            + " / "
            + PeriodName.english(type, day)
            + " ("
            + PeriodName.days(type, day)
            + ")"
        : "Ngày / Date: " + VietnameseNumber.date(day);
  }

  private boolean ofPeriod() {
    return explanation.question().periodType() != PeriodType.AS_OF;
  }

  private String lastDay() {
    return VietnameseNumber.date(explanation.value().dataDate());
  }

  private boolean stillRuns() {
    RankingQuestion question = explanation.question();
    return ofPeriod()
        && computed()
        && explanation.value().dataDate().isBefore(question.periodType().lastDay(question.asOf()));
  }

  private void result() throws IOException {
    PublishedValue value = explanation.value();
    LocalDate published = explanation.publication().asOf();
    heading("Kết quả / Result");
    line(rate(value));
    if (ofPeriod()) {
      line("Ngày số liệu / Date of the data: " + VietnameseNumber.date(value.dataDate()));
    } else if (value.validFrom() != null) {
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
    if (!explanation.unit().listed() && !ofPeriod()) {
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
            + (computed() ? predicate(indicator.computation().numerator()) : ""));
    line(
        "Mẫu số / Denominator: "
            + indicator.denominatorVi()
            + " / "
            + indicator.denominatorEn()
            + (computed() ? predicate(indicator.computation().denominator()) : ""));
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
    if (ofPeriod()) {
      line("");
      line(
          "Hồ sơ / Dossiers: tiếp nhận trong kỳ tại đơn vị và mọi đơn vị bên dưới, qua mọi kênh. / Received"
              + " in the period by the unit and all units below, through whichever channel.");
    }
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
    heading(
        "Danh mục có hiệu lực"
            + (ofPeriod() ? " ngày " + lastDay() : "")
            + " / Catalogs in force"
            + (ofPeriod() ? " on " + lastDay() : "")
            + ": "
            + VietnameseNumber.count(catalogs.size()));
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
    List<Column> columns =
        new ArrayList<>(
            List.of(left("TTHC / Procedure"), left("Tên / Name"), right("Mức / Level")));
    columns.addAll(
        ofPeriod()
            ? List.of(right("Hồ sơ / Dossiers"), right("Trực tuyến / Online"))
            : List.of(left("Đủ ĐK / Elig."), left("Cổng / Portal"), left("Bộ / Min.")));
    columns.addAll(List.of(left("Đơn vị / Unit"), right("Ngày / Snapshot"), left("Tệp / File")));
    table(columns, services, this::cells);
  }

  private List<String> cells(CountedService service) {
    Offer decides = service.offers().get(0);
    int others = service.offers().size() - 1;
    List<String> cells = new ArrayList<>();
    cells.add(service.procedureCode());
    cells.add(service.name());
    cells.add(service.level() == null ? "–" : service.level().toString());
    if (service.received() == null) {
      cells.add(yes(service.eligibleLevel4()));
      cells.add(yes(service.onNationalPortal()));
      cells.add(yes(service.runByMinistry()));
    } else {
      cells.add(VietnameseNumber.count(service.received().all()));
      cells.add(VietnameseNumber.count(service.received().online()));
    }
    cells.add(decides.unitCode() + (others == 0 ? "" : " +" + others));
    cells.add(VietnameseNumber.date(decides.snapshotDate()));
    cells.add(file(decides.file()));
    return cells;
  }

  private static String yes(boolean truth) {
    return truth ? "có" : "";
  }

  @Override
  public void dossiers(Evidence.Dossiers dossiers) throws IOException {
    heading("Hồ sơ được đếm / Dossiers counted: " + VietnameseNumber.count(dossiers.denominator()));
    line(
        "Trong tử số / In the numerator: "
            + VietnameseNumber.count(dossiers.numerator())
            + "; chỉ trong mẫu số / in the denominator only: "
            + VietnameseNumber.count(dossiers.inDenominatorOnly()));
    line(
        "Hồ sơ của đơn vị và mọi đơn vị bên dưới, như lần giao mới nhất cho biết; trạng thái 1 (mới"
            + " đăng ký) và 3 (từ chối) không tính. / Dossiers of the unit and of all units below, as"
            + " their latest delivery says; those of status 1 and 3 do not count.");
    groups(
        "Theo đơn vị xử lý / By handling unit",
        List.of(left("Mã / Code"), left("Đơn vị / Unit")),
        dossiers.byUnit(),
        group -> Arrays.asList(group.code(), group.name()));
    groups(
        "Các thủ tục đứng sau / The procedures behind them",
        List.of(left("TTHC / Procedure"), left("Tên / Name")),
        dossiers.byProcedure(),
        group -> Arrays.asList(group.code(), group.name()));
    groups(
        "Theo tệp đã giao / By delivered file",
        List.of(left("Tệp / File")),
        dossiers.byFile(),
        group -> List.of(numbered(group.code())));
    dossiers(
        "Hồ sơ trong tử số / Dossiers in the numerator",
        dossiers.firstInNumerator(),
        dossiers.numerator());
    dossiers(
        "Hồ sơ chỉ trong mẫu số / Dossiers in the denominator only",
        dossiers.firstInDenominatorOnly(),
        dossiers.inDenominatorOnly());
  }

  private void groups(
      String title,
      List<Column> named,
      List<DossierGroup> groups,
      Function<DossierGroup, List<String>> names)
      throws IOException {
    heading(title + ": " + VietnameseNumber.count(groups.size()));
    List<Column> columns = new ArrayList<>(named);
    columns.addAll(
        List.of(right("Tử số / Numerator"), right("Mẫu số / Denominator"), right("Tỉ lệ / Rate")));
    table(
        columns,
        groups,
        group -> {
          List<String> cells = new ArrayList<>(names.apply(group));
          cells.add(VietnameseNumber.count(group.numerator()));
          cells.add(VietnameseNumber.count(group.denominator()));
          cells.add(PrintedRate.of(group.numerator(), group.denominator()));
          return cells;
        });
  }

  private void dossiers(String title, List<CountedDossier> first, long all) throws IOException {
    heading(title + ": " + VietnameseNumber.count(all));
    table(
        List.of(
            left("Hồ sơ / Dossier"),
            left("Đơn vị / Unit"),
            left("TTHC / Procedure"),
            right("Tiếp nhận / Received"),
            right("Hẹn trả / Due"),
            right("Xong / Finished"),
            right("Trạng thái / Status"),
            left("Kênh / Channel"),
            left("Tệp / File"),
            right("Vị trí / Position")),
        first,
        all,
        dossier ->
            List.of(
                dossier.dossierCode(),
                dossier.unitCode(),
                dossier.procedureCode(),
                VietnameseNumber.time(dossier.receivedAt()),
                time(dossier.dueAt()),
                time(dossier.finishedAt()),
                Integer.toString(dossier.status()),
                channel(dossier.channel()),
                file(dossier.file()),
                Long.toString(dossier.position())));
  }

  private static String time(LocalDateTime time) {
    return time == null ? "–" : VietnameseNumber.time(time);
  }

  private static String channel(String channel) {
    return switch (channel) {
      case "in_person" -> "trực tiếp / in person";
      case "online" -> "trực tuyến / online";
      case "post" -> "bưu chính / post";
      default -> channel;
    };
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
    if (ofDossiers()) {
      line(
          "Mọi hồ sơ đều tính cho cả nước, kể cả của cơ quan không đưa vào thống kê và của đơn vị đã"
              + " kết thúc trong kỳ. / Every dossier counts for the nation, also of agencies that the"
              + " annex leaves out and of units that ended within the period.");
    }
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
    line("Tệp / File: " + numbered(report.file()) + ", vị trí / position " + report.position());
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

  /** By its number if the table of files has a line for it. */
  private String file(String name) {
    Integer number = fileNumbers.get(name);
    return number == null || number > limit ? shown(name) : "[" + number + "]";
  }

  private String numbered(String name) {
    String number = file(name);
    return number.equals(shown(name)) ? number : number + " " + shown(name);
  }

  private boolean ofDossiers() {
    return computed() && explanation.indicator().computation().rows().areDossiers();
  }

  private boolean computed() {
    return explanation.question().basis() == Basis.COMPUTED;
  }

  private <T> void table(List<Column> columns, List<T> rows, Function<T, List<String>> cells)
      throws IOException {
    table(columns, rows, rows.size(), cells);
  }

  private <T> void table(
      List<Column> columns, List<T> rows, long all, Function<T, List<String>> cells)
      throws IOException {
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
    long more = all - shownRows.size();
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
