package io.xephang.reports.template;

import static io.xephang.reports.template.Placeholder.ARISING;
import static io.xephang.reports.template.Placeholder.AS_OF;
import static io.xephang.reports.template.Placeholder.BELOW_TARGET_COUNT;
import static io.xephang.reports.template.Placeholder.CLOSING;
import static io.xephang.reports.template.Placeholder.COUNTED_TO;
import static io.xephang.reports.template.Placeholder.COUNTING_RULE;
import static io.xephang.reports.template.Placeholder.DEPARTMENTS;
import static io.xephang.reports.template.Placeholder.HEADLINE;
import static io.xephang.reports.template.Placeholder.IDLE;
import static io.xephang.reports.template.Placeholder.INDICATOR;
import static io.xephang.reports.template.Placeholder.INDICATOR_UPPER;
import static io.xephang.reports.template.Placeholder.LATE_COUNT;
import static io.xephang.reports.template.Placeholder.LEFT_OUT;
import static io.xephang.reports.template.Placeholder.LETTER_DATE;
import static io.xephang.reports.template.Placeholder.LETTER_NUMBER;
import static io.xephang.reports.template.Placeholder.LOWER_IS_BETTER;
import static io.xephang.reports.template.Placeholder.MONTH;
import static io.xephang.reports.template.Placeholder.MONTH_BEFORE;
import static io.xephang.reports.template.Placeholder.ONLINE;
import static io.xephang.reports.template.Placeholder.ON_TIME;
import static io.xephang.reports.template.Placeholder.ORGANISATION;
import static io.xephang.reports.template.Placeholder.OVERDUE;
import static io.xephang.reports.template.Placeholder.PERIOD;
import static io.xephang.reports.template.Placeholder.PUBLICATION;
import static io.xephang.reports.template.Placeholder.RANK;
import static io.xephang.reports.template.Placeholder.RANK_CHANGE;
import static io.xephang.reports.template.Placeholder.RATE;
import static io.xephang.reports.template.Placeholder.RATE_CHANGE;
import static io.xephang.reports.template.Placeholder.SOURCES;
import static io.xephang.reports.template.Placeholder.TARGET;
import static io.xephang.reports.template.Placeholder.TARGET_BASIS;
import static io.xephang.reports.template.Placeholder.TARGET_GAP;
import static io.xephang.reports.template.Placeholder.UNIT;
import static io.xephang.reports.template.Placeholder.UNIT_FULL;
import static io.xephang.reports.template.Placeholder.UNIT_FULL_UPPER;
import static io.xephang.reports.template.Placeholder.UNIT_ORGANISATION;
import static io.xephang.reports.template.Placeholder.UNIT_PARENT;
import static io.xephang.reports.template.Placeholder.WEEK;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The documents that can be made. */
public enum ReportName {
  /** The annex of letter 3485/BTTTT-THH. */
  NATIONAL(
      Layout.ANNEX,
      "Phụ lục xếp hạng các bộ, ngành và tỉnh, thành phố (như Công văn 3485/BTTTT-THH)",
      "Annex: ranking of ministries and provinces",
      List.of(TableName.MINISTRIES, TableName.PROVINCES),
      AS_OF,
      PERIOD,
      INDICATOR,
      INDICATOR_UPPER,
      HEADLINE,
      LEFT_OUT,
      SOURCES,
      COUNTING_RULE,
      LOWER_IS_BETTER),
  /** Annex I of letter 5479/UBND-KSTTHC. */
  PROVINCE(
      Layout.ANNEX,
      "Phụ lục tỉ lệ của các sở, ngành, huyện trong một tỉnh (như Công văn 5479/UBND-KSTTHC)",
      "Annex: rates of the departments and districts of a province",
      List.of(TableName.DEPARTMENTS, TableName.DISTRICTS, TableName.COMMUNES),
      UNIT,
      UNIT_FULL,
      UNIT_FULL_UPPER,
      UNIT_ORGANISATION,
      UNIT_PARENT,
      AS_OF,
      INDICATOR,
      INDICATOR_UPPER,
      RATE,
      TARGET,
      TARGET_GAP,
      DEPARTMENTS,
      SOURCES,
      COUNTING_RULE),
  /** What provinces send before the 20th (letter 3485/BTTTT-THH, 4). */
  MONTHLY(
      Layout.LETTER,
      "Báo cáo tháng của một tỉnh (gửi trước ngày 20)",
      "Monthly report of a province (due before the 20th)",
      List.of(TableName.INDICATORS, TableName.BELOW_TARGET, TableName.TIMELINESS, TableName.LATE),
      UNIT,
      UNIT_FULL,
      UNIT_FULL_UPPER,
      UNIT_ORGANISATION,
      UNIT_PARENT,
      AS_OF,
      MONTH,
      MONTH_BEFORE,
      COUNTED_TO,
      RATE,
      RATE_CHANGE,
      RANK,
      RANK_CHANGE,
      TARGET,
      TARGET_GAP,
      TARGET_BASIS,
      BELOW_TARGET_COUNT,
      LATE_COUNT,
      ARISING,
      ONLINE,
      ON_TIME,
      OVERDUE,
      IDLE,
      SOURCES),
  /** What units of Quảng Nam report on the Fridays of months 3, 6, 9 and 12. */
  WEEKLY(
      Layout.LETTER,
      "Báo cáo thứ Sáu hằng tuần của tháng cao điểm (tháng 3, 6, 9, 12)",
      "Friday report of a peak month (3, 6, 9, 12)",
      List.of(TableName.WEEKS, TableName.UNITS),
      UNIT,
      UNIT_FULL,
      UNIT_FULL_UPPER,
      UNIT_ORGANISATION,
      UNIT_PARENT,
      AS_OF,
      MONTH,
      COUNTED_TO,
      WEEK,
      CLOSING,
      ONLINE,
      ON_TIME,
      OVERDUE,
      IDLE,
      SOURCES);

  /** How a document is laid out (Nghị định 30/2020/NĐ-CP, phụ lục I). */
  public enum Layout {
    /** Joined to a letter: a title, and the letter that it belongs to. */
    ANNEX,
    /** With the country's name, the organisation, who signs and who receives it. */
    LETTER
  }

  private final Layout layout;
  private final String titleVi;
  private final String titleEn;

  // Both are unmodifiable, which their types do not tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<TableName> tables;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Placeholder> placeholders;

  ReportName(
      Layout layout,
      String titleVi,
      String titleEn,
      List<TableName> tables,
      Placeholder... placeholders) {
    this.layout = layout;
    this.titleVi = titleVi;
    this.titleEn = titleEn;
    this.tables = List.copyOf(tables);
    EnumSet<Placeholder> all = EnumSet.of(LETTER_NUMBER, LETTER_DATE, ORGANISATION, PUBLICATION);
    Collections.addAll(all, placeholders);
    this.placeholders = Collections.unmodifiableSet(all);
  }

  /** As it is written on the command line, and the name of its template. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Layout layout() {
    return layout;
  }

  public String titleVi() {
    return titleVi;
  }

  public String titleEn() {
    return titleEn;
  }

  /** The tables that it has rows for. */
  public List<TableName> tables() {
    return tables;
  }

  /** The values that it has. */
  public Set<Placeholder> placeholders() {
    return placeholders;
  }
}
