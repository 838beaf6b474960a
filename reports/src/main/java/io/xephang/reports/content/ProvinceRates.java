package io.xephang.reports.content;

import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.TableName;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.CheckedReport;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.Sources;
import io.xephang.warehouse.UnitFigure;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rates of the departments and districts of a province, as annex I of letter 5479/UBND-KSTTHC:
 * as reported, reckoned again from the reported counts, and as the catalogs say.
 */
public final class ProvinceRates {
  /** The rate of both letters. */
  static final String INDICATOR = "level4_rate";

  /** What the letter prints for a unit without online services. */
  private static final String NO_SERVICES = "không";

  private static final String NO_CATALOG = "–";
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Warehouse warehouse;

  public ProvinceRates(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * What the document says of a province on a day.
   *
   * @throws UnsuitableQuestion if the unit is no province
   * @throws NoFigures if no unit of it has any figure on that day
   */
  public ReportContent of(String unitCode, LocalDate day)
      throws SQLException, UnsuitableQuestion, NoFigures {
    ReportedUnit province = ReportedUnit.province(warehouse, unitCode, day);
    RankingQuestion computed =
        new RankingQuestion(INDICATOR, day, Basis.COMPUTED, PeriodType.AS_OF);
    RankingQuestion reported =
        new RankingQuestion(INDICATOR, day, Basis.REPORTED, PeriodType.AS_OF);
    UnitsBelow below = new UnitsBelow(warehouse.rankings(), unitCode);
    Section departments = section(below, UnitsBelow.DEPARTMENT, computed, reported);
    Section districts = section(below, UnitsBelow.DISTRICT, computed, reported);
    Section communes = section(below, UnitsBelow.COMMUNE, computed, reported);
    List<Section> all = List.of(departments, districts, communes);
    if (all.stream().allMatch(Section::isEmpty)) {
      throw new NoFigures(
          "không có số liệu của đơn vị nào thuộc / no figures of any unit below "
              + unitCode
              + " "
              + province.unit().name()
              + ", "
              + day);
    }
    Sources sources = warehouse.unitFigures().sources(unitCode, null, day);
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    province.name(values);
    values.put(Placeholder.AS_OF, VietnameseNumber.date(day));
    nameIndicator(values);
    ofProvince(values, unitCode, day);
    departments.sum().ifPresent(sum -> values.put(Placeholder.DEPARTMENTS, sum.equation()));
    values.put(Placeholder.SOURCES, sources(all, sources));
    return new ReportContent(
        ReportName.PROVINCE,
        warehouse.rankings().publication(),
        values,
        Map.of(
            TableName.DEPARTMENTS, departments.rows(),
            TableName.DISTRICTS, districts.rows(),
            TableName.COMMUNES, communes.rows()),
        sources.synthetic()
            || new Sources(all.stream().flatMap(Section::reportFiles).toList(), List.of())
                .synthetic());
  }

  private void nameIndicator(Map<Placeholder, String> values) throws SQLException {
    ServedIndicator indicator =
        warehouse.rankings().indicators().stream()
            .filter(known -> known.id().equals(INDICATOR))
            .findFirst()
            .orElseThrow();
    values.put(Placeholder.INDICATOR, indicator.nameVi());
    values.put(Placeholder.INDICATOR_UPPER, indicator.nameVi().toUpperCase(VIETNAMESE));
    values.put(
        Placeholder.COUNTING_RULE,
        "Tử số: " + indicator.numeratorVi() + "; mẫu số: " + indicator.denominatorVi() + ".");
  }

  private void ofProvince(Map<Placeholder, String> values, String unitCode, LocalDate day)
      throws SQLException {
    for (UnitFigure figure : warehouse.unitFigures().of(unitCode, day)) {
      if (figure.indicator().equals(INDICATOR)) {
        Ratio.of(figure).ifPresent(rate -> values.put(Placeholder.RATE, rate.withCounts()));
        TargetWords.add(values, figure);
      }
    }
  }

  private Section section(
      UnitsBelow below, String kind, RankingQuestion computed, RankingQuestion reported)
      throws SQLException {
    return new Section(
        byCode(below.ranking(computed, kind), RankedUnit::unitCode),
        byCode(below.ranking(reported, kind), RankedUnit::unitCode),
        byCode(
            warehouse.rankings().checkedReports(reported, below.peerGroup(kind)),
            CheckedReport::unitCode));
  }

  private static <T> SortedMap<String, T> byCode(List<T> units, Function<T, String> code) {
    return units.stream()
        .collect(Collectors.toMap(code, unit -> unit, (first, same) -> first, TreeMap::new));
  }

  private static String sources(List<Section> sections, Sources catalogs) {
    List<String> sentences = new ArrayList<>();
    TreeSet<LocalDate> reportDates = new TreeSet<>();
    TreeSet<String> texts = new TreeSet<>();
    TreeSet<LocalDate> catalogDates = new TreeSet<>();
    for (Section section : sections) {
      section.reports().values().forEach(report -> reportDates.add(report.asOf()));
      section.reports().values().stream()
          .map(CheckedReport::source)
          .filter(source -> source != null)
          .forEach(texts::add);
      section.computed().values().stream()
          .map(RankedUnit::dataDate)
          .filter(date -> date != null)
          .forEach(catalogDates::add);
    }
    if (!reportDates.isEmpty()) {
      sentences.add(
          "Số liệu báo cáo "
              + days(reportDates)
              + (texts.isEmpty() ? "" : " (" + String.join("; ", texts) + ")"));
    }
    if (!catalogDates.isEmpty()) {
      sentences.add(
          "số liệu tính từ danh mục thủ tục hành chính "
              + days(catalogDates)
              + " ("
              + VietnameseNumber.count(catalogs.files().size())
              + " tệp)");
    }
    String text = String.join("; ", sentences) + ".";
    return text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
  }

  private static String days(SortedSet<LocalDate> dates) {
    return dates.size() == 1
        ? "ngày " + VietnameseNumber.date(dates.first())
        : "từ ngày "
            + VietnameseNumber.date(dates.first())
            + " đến ngày "
            + VietnameseNumber.date(dates.last());
  }

  /** The units of one kind, by code: the order in which the province counts them. */
  private record Section(
      SortedMap<String, RankedUnit> computed,
      SortedMap<String, RankedUnit> reported,
      SortedMap<String, CheckedReport> reports) {

    boolean isEmpty() {
      return computed.isEmpty() && reported.isEmpty();
    }

    Stream<String> reportFiles() {
      return reports.values().stream().map(CheckedReport::file);
    }

    /** Of the catalogs, else of the reports. */
    Optional<Ratio> sum() {
      Optional<Ratio> ofCatalogs = sum(computed);
      return ofCatalogs.isPresent() ? ofCatalogs : sum(reported);
    }

    private static Optional<Ratio> sum(Map<String, RankedUnit> units) {
      return Ratio.sum(units.values().stream().flatMap(unit -> Ratio.of(unit).stream()).toList());
    }

    List<Map<Column, String>> rows() {
      TreeSet<String> codes = new TreeSet<>(computed.keySet());
      codes.addAll(reported.keySet());
      List<Map<Column, String>> rows = new ArrayList<>();
      for (String code : codes) {
        rows.add(
            row(
                rows.size() + 1,
                Optional.ofNullable(computed.get(code)),
                Optional.ofNullable(reported.get(code)),
                Optional.ofNullable(reports.get(code))));
      }
      return rows;
    }

    private Map<Column, String> row(
        int serial,
        Optional<RankedUnit> counted,
        Optional<RankedUnit> said,
        Optional<CheckedReport> report) {
      Map<Column, String> row = new EnumMap<>(Column.class);
      RankedUnit named = counted.or(() -> said).orElseThrow();
      row.put(Column.SERIAL, Integer.toString(serial));
      row.put(Column.RANK, named.rank() == null ? "" : named.rank().toString());
      row.put(Column.NAME, named.unitName());
      report.ifPresent(
          known -> {
            Optional<Ratio> counts = Ratio.of(known.numerator(), known.denominator());
            row.put(Column.REPORTED, asReported(known, counts));
            row.put(Column.RECOMPUTED, counts.map(Ratio::printed).orElse(""));
            row.put(Column.REMARK, remark(known));
          });
      counted.ifPresent(
          known ->
              row.put(
                  Column.COMPUTED,
                  Ratio.of(known)
                      .map(Ratio::equation)
                      .orElse(known.dataDate() == null ? NO_CATALOG : NO_SERVICES)));
      return row;
    }

    private static String asReported(CheckedReport report, Optional<Ratio> counts) {
      String printed = report.printedValue();
      if (counts.isEmpty()) {
        return printed == null ? NO_SERVICES : printed;
      }
      return counts.get().counts() + (printed == null ? "" : " = " + printed);
    }

    private static String remark(CheckedReport report) {
      List<String> remarks = new ArrayList<>();
      if (report.note() != null && !report.note().equalsIgnoreCase(NO_SERVICES)) {
        remarks.add(report.note());
      }
      switch (report.verdict()) {
        case TRUNCATED -> remarks.add("Chưa làm tròn");
        case MISMATCH ->
            remarks.add(
                "Không khớp, đúng là " + PrintedRate.of(report.numerator(), report.denominator()));
        case EXACT, ROUNDED, NOT_CHECKABLE -> {
          // Nothing is wrong, or nothing can be said.
        }
      }
      return String.join(". ", remarks);
    }
  }
}
