package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Headline;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.ServedPublication;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of an annex, the same in every rendering. */
public final class AnnexWords {
  static final String TITLE = "PHỤ LỤC";
  static final String NOTES = "Ghi chú:";
  static final String EMPTY_SECTION = "(không có số liệu)";

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Annex annex;

  public AnnexWords(Annex annex) {
    this.annex = annex;
  }

  String subject() {
    return annex.indicator().nameVi().toUpperCase(VIETNAMESE) + " CỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG";
  }

  /** Which figures these are, and how current. */
  List<String> provenance() {
    ServedPublication publication = annex.publication();
    List<String> lines = new ArrayList<>();
    lines.add(period());
    lines.add(
        "Chỉ số / Indicator: "
            + annex.indicator().nameVi()
            + " / "
            + annex.indicator().nameEn()
            + " ("
            + annex.indicator().id()
            + ")");
    lines.add(
        "Căn cứ / Basis: "
            + (computed()
                ? "tính từ " + computedFrom() + " (computed)"
                : "theo báo cáo của đơn vị (reported)")
            + "; công bố số "
            + publication.id()
            + " lúc "
            + VietnameseNumber.time(publication.publishedAt()));
    if (annex.sources().synthetic()) {
      lines.add(SyntheticNotice.TEXT);
    }
    return List.copyOf(lines);
  }

  /** The figures that letter 3485 puts into one sentence. */
  public List<String> headlines() {
    Headline nation = headline("VN");
    List<String> sentences = new ArrayList<>();
    if (nation.numerator() != null && nation.denominator() != null && nation.denominator() > 0) {
      sentences.add(
          (isComplete()
                  ? "Tỉ lệ trung bình cả nước (gộp) "
                  : "Tỉ lệ gộp của các đơn vị đã có số liệu, chưa phải của cả nước, ")
              + PrintedRate.of(nation.numerator(), nation.denominator())
              + " ("
              + VietnameseNumber.count(nation.numerator())
              + "/"
              + VietnameseNumber.count(nation.denominator())
              + ")");
    } else {
      sentences.add("Tỉ lệ trung bình cả nước (gộp): không tính được vì không đủ tử số, mẫu số");
    }
    sentences.add("trung bình cộng " + forEachScope(this::mean));
    sentences.add(units(Headline::belowTenPercent) + " dưới 10%");
    if (nation.target() != null) {
      sentences.add(
          units(Headline::reachingTarget)
              + " đạt mục tiêu "
              + PrintedRate.target(nation.target())
              + " (hạn "
              + VietnameseNumber.date(nation.targetDue())
              + ")");
    }
    if (nation.distanceToTarget() != null) {
      sentences.add(distance(nation));
    }
    return List.of(String.join("; ", sentences) + ".");
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!annex.leftOut().isEmpty()) {
      notes.add(
          "Những cơ quan nhà nước có chức năng đặc thù, hoặc không cung cấp dịch vụ công trực"
              + " tuyến ("
              + String.join("; ", annex.leftOut())
              + ") không đưa vào danh sách thống kê.");
    }
    notes.add(sources());
    notes.add(countingRule());
    if (lowerIsBetter()) {
      notes.add("Tỉ lệ càng thấp càng tốt: xếp từ thấp đến cao.");
    }
    askedAfterPublication().ifPresent(notes::add);
    return List.copyOf(notes);
  }

  /** What is counted, and how rates are added up and ranked. */
  public String countingRule() {
    return "Tử số: "
        + annex.indicator().numeratorVi()
        + "; mẫu số: "
        + annex.indicator().denominatorVi()
        + ". Tỉ lệ gộp là tổng tử số chia tổng mẫu số; đơn vị có tỉ lệ bằng nhau cùng hạng.";
  }

  /** A sentence if the publication may know less than the day that was asked for. */
  public Optional<String> askedAfterPublication() {
    return !ofPeriod() && annex.question().asOf().isAfter(annex.publication().asOf())
        ? Optional.of(
            "Ngày được hỏi sau ngày tính của lần công bố ("
                + VietnameseNumber.date(annex.publication().asOf())
                + ").")
        : Optional.empty();
  }

  List<String> header(Section section) {
    List<String> header =
        new ArrayList<>(
            List.of("TT", "Hạng", section.kind().unitHeader(), "Tử số", "Mẫu số", "Tỉ lệ"));
    if (showsDataDates()) {
      header.add("Ngày số liệu");
    }
    return List.copyOf(header);
  }

  List<String> line(RankedUnit unit) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Integer.toString(unit.serial()),
                unit.rank() == null ? "" : unit.rank().toString(),
                unit.unitName(),
                count(unit.numerator()),
                count(unit.denominator()),
                unit.value() == null ? "–" : PrintedRate.of(unit)));
    if (showsDataDates()) {
      line.add(unit.dataDate() == null ? "" : VietnameseNumber.date(unit.dataDate()));
    }
    return List.copyOf(line);
  }

  /** Whether every unit that is listed has a value: only then a sum speaks of the nation. */
  private boolean isComplete() {
    return annex.sections().stream()
        .allMatch(
            section ->
                !section.units().isEmpty()
                    && section.units().stream().allMatch(unit -> unit.dataDate() != null));
  }

  private String computedFrom() {
    if (!ofPeriod()) {
      return "danh mục thủ tục hành chính";
    }
    return catalogFiles() == 0 ? "hồ sơ" : "danh mục thủ tục hành chính và hồ sơ";
  }

  private int catalogFiles() {
    return annex.sources().filesOf("catalogs").size();
  }

  /** Only where a figure is of another day than the one that is spoken of. */
  public boolean showsDataDates() {
    LocalDate spokenOf = ofPeriod() ? newestData().orElse(null) : annex.question().asOf();
    return dataDates().anyMatch(day -> !day.equals(spokenOf));
  }

  private Optional<LocalDate> newestData() {
    return dataDates().max(LocalDate::compareTo);
  }

  private Stream<LocalDate> dataDates() {
    return annex.sections().stream()
        .flatMap(section -> section.units().stream())
        .map(RankedUnit::dataDate)
        .filter(day -> day != null);
  }

  private String period() {
    PeriodType type = annex.question().periodType();
    LocalDate day = annex.question().asOf();
    if (!ofPeriod()) {
      return "Số liệu đến ngày / As of " + VietnameseNumber.date(day);
    }
    String last = VietnameseNumber.date(newestData().orElse(day));
    return "Số liệu "
        + PeriodName.vietnamese(type, day)
        + " / "
        + PeriodName.english(type, day)
        + " ("
        + PeriodName.days(type, day)
        + ")"
        + (stillRuns()
            ? "; kỳ chưa hết, tính đến hết ngày " + last + " / still running, counted up to " + last
            : "");
  }

  private boolean stillRuns() {
    LocalDate lastDay = annex.question().periodType().lastDay(annex.question().asOf());
    return ofPeriod() && computed() && newestData().filter(lastDay::isAfter).isPresent();
  }

  /** Where the figures come from. */
  public String sources() {
    PeriodType type = annex.question().periodType();
    LocalDate day = annex.question().asOf();
    if (computed()) {
      return "Số liệu này được tính cho "
          + PeriodName.vietnamese(type, day)
          + (stillRuns()
              ? ", đến hết ngày " + VietnameseNumber.date(newestData().orElseThrow()) + ","
              : "")
          + " từ "
          + computedFrom()
          + " các đơn vị gửi ("
          + computedFiles()
          + ").";
    }
    String texts =
        annex.sources().texts().isEmpty()
            ? ""
            : "; nguồn: " + String.join("; ", annex.sources().texts());
    return "Số liệu này được tổng hợp cho "
        + PeriodName.vietnamese(type, day)
        + " từ báo cáo của các đơn vị ("
        + files(annex.sources().files().size())
        + texts
        + ").";
  }

  private String computedFiles() {
    int all = annex.sources().files().size();
    int catalogs = catalogFiles();
    return ofPeriod() && catalogs > 0
        ? files(catalogs) + " danh mục, " + files(all - catalogs) + " hồ sơ"
        : files(all);
  }

  private static String files(int count) {
    return VietnameseNumber.count(count) + " tệp";
  }

  private String mean(SectionKind kind) {
    Headline scope = headline("VN." + kind.peerGroup());
    return scope.meanRate() == null
        ? null
        : VietnameseNumber.units(scope.units())
            + " "
            + kind.unitWord()
            + " "
            + PrintedRate.of(scope.meanRate());
  }

  private String units(ToLongFunction<Headline> count) {
    return forEachScope(
        kind ->
            VietnameseNumber.units(count.applyAsLong(headline("VN." + kind.peerGroup())))
                + " "
                + kind.unitWord());
  }

  private String forEachScope(Function<SectionKind, String> phrase) {
    return annex.sections().stream()
        .filter(section -> !section.units().isEmpty())
        .map(section -> phrase.apply(section.kind()))
        .filter(words -> words != null)
        .collect(Collectors.joining(", "));
  }

  private String distance(Headline nation) {
    BigDecimal points =
        PrintedRate.fraction(nation.numerator(), nation.denominator())
            .subtract(BigDecimal.valueOf(nation.target()))
            .movePointRight(2);
    boolean missed = lowerIsBetter() ? points.signum() > 0 : points.signum() < 0;
    String reached = lowerIsBetter() ? "thấp hơn mục tiêu " : "vượt mục tiêu ";
    return (missed ? "còn cách mục tiêu " : reached)
        + VietnameseNumber.decimal(points.abs(), 2)
        + " điểm phần trăm";
  }

  private Headline headline(String scope) {
    return annex.headlines().stream()
        .filter(line -> line.scope().equals(scope))
        .findFirst()
        .orElseThrow();
  }

  private static String count(Long count) {
    return count == null ? "" : VietnameseNumber.count(count);
  }

  public boolean lowerIsBetter() {
    return annex.indicator().direction() == Direction.LOWER_IS_BETTER;
  }

  private boolean ofPeriod() {
    return annex.question().periodType() != PeriodType.AS_OF;
  }

  private boolean computed() {
    return annex.question().basis() == Basis.COMPUTED;
  }
}
