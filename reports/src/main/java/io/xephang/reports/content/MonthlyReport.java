package io.xephang.reports.content;

import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.TableName;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.FeedCoverage;
import io.xephang.warehouse.FeedCoverage.LateUnit;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Sources;
import io.xephang.warehouse.UnitFigure;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a province reports of a month before the 20th (letter 3485/BTTTT-THH, 4): its figures beside
 * those of the month before, who is below the target, how dossiers were handled, who has not
 * delivered.
 */
public final class MonthlyReport {
  private static final String ARISING = "arising_rate";
  private static final String ONLINE = "online_dossier_rate";
  private static final String ON_TIME = "on_time_rate";
  private static final String EARLY = "early_rate";
  private static final String OVERDUE_OPEN = "overdue_open_rate";

  private final Warehouse warehouse;

  public MonthlyReport(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * What the document says of a province in the month around a day; rates of a day are those of
   * that day.
   *
   * @throws UnsuitableQuestion if the unit is no province
   * @throws NoFigures if it has no figure
   */
  public ReportContent of(String unitCode, LocalDate day)
      throws SQLException, UnsuitableQuestion, NoFigures {
    ReportedUnit province = ReportedUnit.province(warehouse, unitCode, day);
    Map<String, UnitFigure> figures = new LinkedHashMap<>();
    for (UnitFigure figure : warehouse.unitFigures().of(unitCode, day)) {
      if (figure.hasValue() || figure.hasValueBefore()) {
        figures.put(figure.indicator(), figure);
      }
    }
    if (figures.values().stream().noneMatch(UnitFigure::hasValue)) {
      throw new NoFigures(
          "không có số liệu / no figures: " + unitCode + " " + province.unit().name() + ", " + day);
    }
    ServedPublication publication = warehouse.rankings().publication();
    Sources sources =
        warehouse
            .unitFigures()
            .sources(unitCode, PeriodType.MONTH.firstDay(day).minusMonths(1), day);
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    province.name(values);
    name(values, day);
    countedTo(values, figures, day);
    level4(values, figures, unitCode, day);
    sentence(values, figures, Placeholder.ARISING, ARISING);
    sentence(values, figures, Placeholder.ONLINE, ONLINE);
    sentence(values, figures, Placeholder.ON_TIME, ON_TIME);
    sentence(values, figures, Placeholder.OVERDUE, OVERDUE_OPEN);
    if (figures.containsKey(ARISING)) {
      values.put(
          Placeholder.IDLE,
          VietnameseNumber.count(warehouse.unitFigures().idleServices(unitCode, day)));
    }
    values.put(Placeholder.SOURCES, sources(sources, publication, day));
    List<Map<Column, String>> late = late(unitCode);
    values.put(Placeholder.LATE_COUNT, VietnameseNumber.units(late.size()));
    return new ReportContent(
        ReportName.MONTHLY,
        publication,
        values,
        Map.of(
            TableName.INDICATORS,
            figures.values().stream().map(new Numbering()::figure).toList(),
            TableName.BELOW_TARGET,
            belowTarget(values, figures, unitCode, day),
            TableName.TIMELINESS,
            timeliness(unitCode, day),
            TableName.LATE,
            late),
        sources.synthetic());
  }

  private static void name(Map<Placeholder, String> values, LocalDate day) {
    LocalDate before = PeriodType.MONTH.firstDay(day).minusDays(1);
    values.put(Placeholder.AS_OF, VietnameseNumber.date(day));
    values.put(Placeholder.MONTH, day.getMonthValue() + "/" + day.getYear());
    values.put(Placeholder.MONTH_BEFORE, before.getMonthValue() + "/" + before.getYear());
  }

  private static void countedTo(
      Map<Placeholder, String> values, Map<String, UnitFigure> figures, LocalDate day) {
    figures.values().stream()
        .filter(figure -> figure.periodType() == PeriodType.MONTH && figure.hasValue())
        .map(UnitFigure::dataDate)
        .filter(last -> last.isBefore(PeriodType.MONTH.lastDay(day)))
        .findFirst()
        .ifPresent(last -> values.put(Placeholder.COUNTED_TO, VietnameseNumber.date(last)));
  }

  private void level4(
      Map<Placeholder, String> values,
      Map<String, UnitFigure> figures,
      String unitCode,
      LocalDate day)
      throws SQLException {
    UnitFigure figure = figures.get(ProvinceRates.INDICATOR);
    if (figure == null || !figure.hasValue()) {
      return;
    }
    Ratio rate = Ratio.of(figure).orElseThrow();
    values.put(Placeholder.RATE, rate.withCounts());
    Ratio.before(figure)
        .ifPresent(
            before ->
                values.put(Placeholder.RATE_CHANGE, PercentagePoints.change(rate.minus(before))));
    TargetWords.add(values, figure);
    if (figure.target() != null) {
      values.put(Placeholder.TARGET_BASIS, figure.target().legalBasis());
    }
    Optional<TwoPlaces> places =
        TwoPlaces.of(
            unitCode,
            warehouse.rankings().ranking(level4(day), "province"),
            warehouse.rankings().ranking(level4(monthBefore(day)), "province"));
    String month = values.get(Placeholder.MONTH_BEFORE);
    places.ifPresent(both -> values.put(Placeholder.RANK, both.words(month)));
    places
        .flatMap(TwoPlaces::change)
        .ifPresent(change -> values.put(Placeholder.RANK_CHANGE, change));
  }

  private static void sentence(
      Map<Placeholder, String> values,
      Map<String, UnitFigure> figures,
      Placeholder placeholder,
      String indicator) {
    Optional<UnitFigure> figure = Optional.ofNullable(figures.get(indicator));
    figure
        .flatMap(Ratio::of)
        .ifPresent(
            rate ->
                values.put(
                    placeholder,
                    rate.withCounts()
                        + figure
                            .flatMap(Ratio::before)
                            .map(
                                before ->
                                    ", "
                                        + PercentagePoints.change(rate.minus(before))
                                        + " so với tháng trước")
                            .orElse("")));
  }

  private List<Map<Column, String>> belowTarget(
      Map<Placeholder, String> values,
      Map<String, UnitFigure> figures,
      String unitCode,
      LocalDate day)
      throws SQLException {
    UnitFigure figure = figures.get(ProvinceRates.INDICATOR);
    if (figure == null || figure.target() == null) {
      return List.of();
    }
    double target = figure.target().value();
    UnitsBelow below = new UnitsBelow(warehouse.rankings(), unitCode);
    Map<String, RankedUnit> units = below.all(level4(day));
    Map<String, RankedUnit> before = below.all(level4(monthBefore(day)));
    Numbering numbering = new Numbering();
    List<Map<Column, String>> rows = new ArrayList<>();
    long rated = 0;
    for (RankedUnit unit : units.values()) {
      Optional<Ratio> rate = Ratio.of(unit);
      rated += rate.isPresent() ? 1 : 0;
      if (rate.isPresent()
          && PercentagePoints.misses(rate.get().minus(target), figure.direction())) {
        Map<Column, String> row = numbering.row(unit.unitName());
        rate(row, rate.get());
        row.put(Column.GAP, VietnameseNumber.decimal(rate.get().minus(target).abs(), 2));
        Optional.ofNullable(before.get(unit.unitCode()))
            .flatMap(Ratio::of)
            .ifPresent(earlier -> change(row, rate.get(), earlier));
        rows.add(row);
      }
    }
    if (rated > 0) {
      values.put(
          Placeholder.BELOW_TARGET_COUNT,
          VietnameseNumber.units(rows.size()) + "/" + VietnameseNumber.units(rated));
    }
    return rows;
  }

  private List<Map<Column, String>> timeliness(String unitCode, LocalDate day) throws SQLException {
    UnitsBelow below = new UnitsBelow(warehouse.rankings(), unitCode);
    Map<String, RankedUnit> onTime = below.all(ofMonth(ON_TIME, day));
    Map<String, RankedUnit> early = below.all(ofMonth(EARLY, day));
    Map<String, RankedUnit> open = below.all(ofMonth(OVERDUE_OPEN, day));
    Numbering numbering = new Numbering();
    List<Map<Column, String>> rows = new ArrayList<>();
    // Whoever finished nothing may still have something overdue.
    Map<String, RankedUnit> all = new LinkedHashMap<>(onTime);
    open.forEach(all::putIfAbsent);
    for (RankedUnit unit : all.values()) {
      Optional<Ratio> punctual =
          Optional.ofNullable(onTime.get(unit.unitCode())).flatMap(Ratio::of);
      Optional<Ratio> stillOpen = Optional.ofNullable(open.get(unit.unitCode())).flatMap(Ratio::of);
      if (punctual.isEmpty() && stillOpen.stream().allMatch(rate -> rate.numerator() == 0)) {
        continue;
      }
      Map<Column, String> row = numbering.row(unit.unitName());
      if (punctual.isEmpty()) {
        for (Column nothing :
            List.of(Column.FINISHED, Column.EARLY, Column.ON_TIME, Column.OVERDUE)) {
          row.put(nothing, "0");
        }
        row.put(Column.ON_TIME_RATE, "–");
      }
      punctual.ifPresent(
          rate -> {
            row.put(Column.FINISHED, VietnameseNumber.count(rate.denominator()));
            row.put(Column.ON_TIME, VietnameseNumber.count(rate.numerator()));
            row.put(Column.OVERDUE, VietnameseNumber.count(rate.denominator() - rate.numerator()));
            row.put(Column.ON_TIME_RATE, rate.printed());
          });
      Optional.ofNullable(early.get(unit.unitCode()))
          .flatMap(Ratio::of)
          .ifPresent(rate -> row.put(Column.EARLY, VietnameseNumber.count(rate.numerator())));
      row.put(
          Column.OPEN_OVERDUE, VietnameseNumber.count(stillOpen.map(Ratio::numerator).orElse(0L)));
      rows.add(row);
    }
    return rows;
  }

  /** Of the province and the units below it, by unit; as of the publication. */
  private List<Map<Column, String>> late(String unitCode) throws SQLException {
    UnitCode province = new UnitCode(unitCode);
    Map<String, Feed> feeds = Definitions.shipped().feeds();
    TreeMap<String, LateDelivery> late = new TreeMap<>();
    for (FeedCoverage coverage : warehouse.standing().coverage()) {
      for (LateUnit unit : coverage.late()) {
        if (unit.unitCode().equals(unitCode) || new UnitCode(unit.unitCode()).liesBelow(province)) {
          late.put(
              unit.unitCode() + " " + coverage.feed(),
              new LateDelivery(unit, feeds.get(coverage.feed()).name().vi()));
        }
      }
    }
    Numbering numbering = new Numbering();
    return late.values().stream()
        .map(
            delivery -> {
              Map<Column, String> row = numbering.row(delivery.unit().unitName());
              row.put(Column.FEED, delivery.feed());
              row.put(Column.LAST_DATE, date(delivery.unit().lastDate(), "chưa gửi"));
              row.put(Column.EXPECTED_BY, date(delivery.unit().expectedBy(), "–"));
              return row;
            })
        .toList();
  }

  private record LateDelivery(LateUnit unit, String feed) {}

  private static String date(LocalDate day, String without) {
    return day == null ? without : VietnameseNumber.date(day);
  }

  private static String sources(Sources sources, ServedPublication publication, LocalDate day) {
    return "Số liệu được tính từ "
        + VietnameseNumber.count(sources.filesOf("catalogs").size())
        + " tệp danh mục thủ tục hành chính và "
        + VietnameseNumber.count(sources.filesOf("dossiers").size())
        + " tệp hồ sơ đã nhận"
        + (day.isAfter(publication.asOf())
            ? ", đến hết ngày " + VietnameseNumber.date(publication.asOf())
            : "")
        + ".";
  }

  private static RankingQuestion level4(LocalDate day) {
    return new RankingQuestion(ProvinceRates.INDICATOR, day, Basis.COMPUTED, PeriodType.AS_OF);
  }

  private static RankingQuestion ofMonth(String indicator, LocalDate day) {
    return new RankingQuestion(indicator, day, Basis.COMPUTED, PeriodType.MONTH);
  }

  private static LocalDate monthBefore(LocalDate day) {
    return PeriodType.MONTH.firstDay(day).minusDays(1);
  }

  private static void rate(Map<Column, String> row, Ratio rate) {
    row.put(Column.NUMERATOR, VietnameseNumber.count(rate.numerator()));
    row.put(Column.DENOMINATOR, VietnameseNumber.count(rate.denominator()));
    row.put(Column.RATE, rate.printed());
  }

  private static void change(Map<Column, String> row, Ratio now, Ratio before) {
    row.put(Column.RATE_BEFORE, before.printed());
    row.put(Column.CHANGE, PercentagePoints.signed(now.minus(before)));
  }

  /** Numbers the rows of a table. */
  private static final class Numbering {
    private int last;

    Map<Column, String> row(String name) {
      last++;
      Map<Column, String> row = new EnumMap<>(Column.class);
      row.put(Column.SERIAL, Integer.toString(last));
      row.put(Column.NAME, name);
      return row;
    }

    Map<Column, String> figure(UnitFigure figure) {
      Map<Column, String> row = row(figure.nameVi());
      Optional<Ratio> now = Ratio.of(figure);
      Optional<Ratio> before = Ratio.before(figure);
      now.ifPresent(rate -> rate(row, rate));
      before.ifPresent(rate -> row.put(Column.RATE_BEFORE, rate.printed()));
      if (now.isPresent() && before.isPresent()) {
        change(row, now.get(), before.get());
      }
      if (figure.target() != null) {
        row.put(Column.TARGET, PrintedRate.target(figure.target().value()));
        now.filter(
                rate ->
                    PercentagePoints.misses(
                        rate.minus(figure.target().value()), figure.direction()))
            .ifPresent(
                rate ->
                    row.put(
                        Column.GAP,
                        VietnameseNumber.decimal(rate.minus(figure.target().value()).abs(), 2)));
      }
      return row;
    }
  }
}
