package io.xephang.reports.content;

import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.content.PeakMonth.Week;
import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.TableName;
import io.xephang.warehouse.DossierCounts.Count;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Sources;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a unit reports on the Fridays of a peak month (Chỉ thị of Quảng Nam on the peak months, 4a):
 * how dossiers came and went week by week, and how those below it do.
 */
public final class WeeklyReport {
  private static final String ONLINE = "online_dossier_rate";
  private static final String PAID_ONLINE = "online_payment_rate";

  /** Its denominator is everything received. */
  private static final String DIGITISED = "digitised_rate";

  private static final String ON_TIME = "on_time_rate";
  private static final String OVERDUE_OPEN = "overdue_open_rate";
  private static final List<String> COUNTED =
      List.of(ONLINE, PAID_ONLINE, DIGITISED, ON_TIME, OVERDUE_OPEN);

  private final Warehouse warehouse;

  public WeeklyReport(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * What the document says of a unit in the peak month around a day, up to that day.
   *
   * @throws UnsuitableQuestion if the day is in no peak month
   * @throws NoFigures if no dossier of the month has come
   */
  public ReportContent of(String unitCode, LocalDate day)
      throws SQLException, UnsuitableQuestion, NoFigures {
    if (!PeakMonth.includes(day)) {
      throw new UnsuitableQuestion(
          "--as-of "
              + day
              + ": không thuộc tháng cao điểm (3, 6, 9, 12) / is in no peak month (3, 6, 9, 12)");
    }
    ReportedUnit unit = ReportedUnit.of(warehouse, unitCode, day);
    if (unit.unit().isSum()) {
      throw new UnsuitableQuestion(
          unitCode
              + ": báo cáo này là của một đơn vị, như H47 / this report is of one unit, such as H47");
    }
    LocalDate first = day.withDayOfMonth(1);
    Optional<LocalDate> countedTo = warehouse.dossierCounts().countedTo();
    LocalDate last = countedTo.filter(day::isAfter).orElse(day);
    Map<String, List<Count>> month =
        countedTo.isEmpty() || last.isBefore(first) ? Map.of() : counts(unitCode, first, last);
    if (month.values().stream().allMatch(List::isEmpty)) {
      throw new NoFigures(
          "không có hồ sơ nào / no dossiers: "
              + unitCode
              + " "
              + unit.unit().name()
              + ", "
              + first
              + " – "
              + day
              + countedTo
                  .map(to -> "; hồ sơ được tính đến / dossiers are counted up to " + to)
                  .orElse(""));
    }
    List<Week> weeks = new PeakMonth(YearMonth.from(day)).weeks(last);
    Sources sources = warehouse.unitFigures().sources(unitCode, first, last);
    ServedPublication publication = warehouse.rankings().publication();
    return new ReportContent(
        ReportName.WEEKLY,
        publication,
        values(unit, day, last, weeks.get(weeks.size() - 1), new Totals(month), sources),
        Map.of(
            TableName.WEEKS, weekRows(unitCode, weeks, new Totals(month)),
            TableName.UNITS, unitRows(unitCode, month)),
        sources.synthetic());
  }

  private Map<Placeholder, String> values(
      ReportedUnit unit, LocalDate day, LocalDate last, Week week, Totals month, Sources sources)
      throws SQLException {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    unit.name(values);
    values.put(Placeholder.AS_OF, VietnameseNumber.date(day));
    values.put(Placeholder.MONTH, day.getMonthValue() + "/" + day.getYear());
    values.put(Placeholder.WEEK, week.number() + " (" + days(week) + ")");
    if (last.isBefore(day)) {
      values.put(Placeholder.COUNTED_TO, VietnameseNumber.date(last));
    }
    if (last.equals(YearMonth.from(day).atEndOfMonth())) {
      values.put(Placeholder.CLOSING, "báo cáo tổng kết");
    }
    month.rate(ONLINE).ifPresent(rate -> values.put(Placeholder.ONLINE, rate.withCounts()));
    month.rate(ON_TIME).ifPresent(rate -> values.put(Placeholder.ON_TIME, rate.withCounts()));
    values.put(Placeholder.OVERDUE, VietnameseNumber.count(month.numerator(OVERDUE_OPEN)));
    values.put(
        Placeholder.IDLE,
        VietnameseNumber.count(warehouse.unitFigures().idleServices(unit.code(), day)));
    values.put(
        Placeholder.SOURCES,
        "Số liệu được tính từ "
            + VietnameseNumber.count(sources.filesOf("dossiers").size())
            + " tệp hồ sơ đã nhận.");
    return values;
  }

  private static String days(Week week) {
    return "từ ngày "
        + VietnameseNumber.date(week.first())
        + " đến ngày "
        + VietnameseNumber.date(week.last());
  }

  private List<Map<Column, String>> weekRows(String unitCode, List<Week> weeks, Totals month)
      throws SQLException {
    List<Map<Column, String>> rows = new ArrayList<>();
    for (Week week : weeks) {
      Map<Column, String> row = new Totals(counts(unitCode, week.first(), week.last())).row();
      row.put(Column.SERIAL, Integer.toString(week.number()));
      row.put(Column.DAYS, shortDays(week.first(), week.last()));
      rows.add(row);
    }
    Map<Column, String> sum = month.row();
    sum.put(Column.DAYS, "Cộng");
    rows.add(sum);
    return rows;
  }

  private static String shortDays(LocalDate first, LocalDate last) {
    return first.getDayOfMonth()
        + "/"
        + first.getMonthValue()
        + " – "
        + last.getDayOfMonth()
        + "/"
        + last.getMonthValue();
  }

  private static List<Map<Column, String>> unitRows(
      String unitCode, Map<String, List<Count>> month) {
    TreeMap<String, String> names = new TreeMap<>();
    month.values().stream()
        .flatMap(List::stream)
        .forEach(count -> names.put(count.unitCode(), count.unitName()));
    // A unit that everything is handled by has nothing to be told apart.
    if (names.keySet().equals(Set.of(unitCode))) {
      return List.of();
    }
    List<Map<Column, String>> rows = new ArrayList<>();
    names.forEach(
        (code, name) -> {
          Totals own = new Totals(only(month, code));
          if (own.isIdle()) {
            return;
          }
          Map<Column, String> row = own.row();
          row.put(Column.SERIAL, Integer.toString(rows.size() + 1));
          row.put(Column.NAME, code.equals(unitCode) ? name + " (trực tiếp xử lý)" : name);
          rows.add(row);
        });
    return rows;
  }

  private static Map<String, List<Count>> only(Map<String, List<Count>> counts, String unitCode) {
    Map<String, List<Count>> own = new TreeMap<>();
    counts.forEach(
        (indicator, units) ->
            own.put(
                indicator,
                units.stream().filter(unit -> unit.unitCode().equals(unitCode)).toList()));
    return own;
  }

  private Map<String, List<Count>> counts(String unitCode, LocalDate first, LocalDate last)
      throws SQLException {
    Map<String, List<Count>> counts = new TreeMap<>();
    for (String indicator : COUNTED) {
      counts.put(indicator, warehouse.dossierCounts().below(indicator, unitCode, first, last));
    }
    return counts;
  }

  /** Counts of units added up, by indicator. */
  private record Totals(Map<String, List<Count>> counts) {
    long numerator(String indicator) {
      return counts.get(indicator).stream().mapToLong(Count::numerator).sum();
    }

    long denominator(String indicator) {
      return counts.get(indicator).stream().mapToLong(Count::denominator).sum();
    }

    Optional<Ratio> rate(String indicator) {
      return Ratio.of(numerator(indicator), denominator(indicator));
    }

    /** Whether nothing came, nothing was finished and nothing is overdue. */
    boolean isIdle() {
      return denominator(DIGITISED) == 0
          && denominator(ON_TIME) == 0
          && numerator(OVERDUE_OPEN) == 0;
    }

    Map<Column, String> row() {
      Map<Column, String> row = new EnumMap<>(Column.class);
      row.put(Column.RECEIVED, VietnameseNumber.count(denominator(DIGITISED)));
      row.put(Column.ONLINE_RATE, printed(ONLINE));
      row.put(Column.PAID_ONLINE_RATE, printed(PAID_ONLINE));
      row.put(Column.DIGITISED_RATE, printed(DIGITISED));
      row.put(Column.FINISHED, VietnameseNumber.count(denominator(ON_TIME)));
      row.put(Column.ON_TIME, VietnameseNumber.count(numerator(ON_TIME)));
      row.put(Column.ON_TIME_RATE, printed(ON_TIME));
      row.put(Column.OPEN_OVERDUE, VietnameseNumber.count(numerator(OVERDUE_OPEN)));
      return row;
    }

    private String printed(String indicator) {
      return rate(indicator).map(Ratio::printed).orElse("–");
    }
  }
}
