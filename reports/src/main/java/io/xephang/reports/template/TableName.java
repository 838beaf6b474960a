package io.xephang.reports.template;

import static io.xephang.reports.template.Column.CHANGE;
import static io.xephang.reports.template.Column.COMPUTED;
import static io.xephang.reports.template.Column.DATA_DATE;
import static io.xephang.reports.template.Column.DAYS;
import static io.xephang.reports.template.Column.DENOMINATOR;
import static io.xephang.reports.template.Column.DIGITISED_RATE;
import static io.xephang.reports.template.Column.EARLY;
import static io.xephang.reports.template.Column.EXPECTED_BY;
import static io.xephang.reports.template.Column.FEED;
import static io.xephang.reports.template.Column.FINISHED;
import static io.xephang.reports.template.Column.GAP;
import static io.xephang.reports.template.Column.LAST_DATE;
import static io.xephang.reports.template.Column.NAME;
import static io.xephang.reports.template.Column.NUMERATOR;
import static io.xephang.reports.template.Column.ONLINE_RATE;
import static io.xephang.reports.template.Column.ON_TIME;
import static io.xephang.reports.template.Column.ON_TIME_RATE;
import static io.xephang.reports.template.Column.OPEN_OVERDUE;
import static io.xephang.reports.template.Column.OVERDUE;
import static io.xephang.reports.template.Column.PAID_ONLINE_RATE;
import static io.xephang.reports.template.Column.RANK;
import static io.xephang.reports.template.Column.RATE;
import static io.xephang.reports.template.Column.RATE_BEFORE;
import static io.xephang.reports.template.Column.RECEIVED;
import static io.xephang.reports.template.Column.RECOMPUTED;
import static io.xephang.reports.template.Column.REMARK;
import static io.xephang.reports.template.Column.REPORTED;
import static io.xephang.reports.template.Column.SERIAL;
import static io.xephang.reports.template.Column.TARGET;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table that a template may place. */
public enum TableName {
  MINISTRIES("xếp hạng các bộ, ngành", SERIAL, RANK, NAME, NUMERATOR, DENOMINATOR, RATE, DATA_DATE),
  PROVINCES("xếp hạng các tỉnh", SERIAL, RANK, NAME, NUMERATOR, DENOMINATOR, RATE, DATA_DATE),
  DEPARTMENTS(
      "tỉ lệ các sở, ban, ngành", SERIAL, RANK, NAME, REPORTED, RECOMPUTED, COMPUTED, REMARK),
  DISTRICTS("tỉ lệ các huyện", SERIAL, RANK, NAME, REPORTED, RECOMPUTED, COMPUTED, REMARK),
  COMMUNES("tỉ lệ các xã", SERIAL, RANK, NAME, REPORTED, RECOMPUTED, COMPUTED, REMARK),
  INDICATORS(
      "các chỉ số của đơn vị",
      SERIAL,
      NAME,
      NUMERATOR,
      DENOMINATOR,
      RATE,
      RATE_BEFORE,
      CHANGE,
      TARGET,
      GAP),
  BELOW_TARGET(
      "các đơn vị chưa đạt mục tiêu",
      SERIAL,
      NAME,
      NUMERATOR,
      DENOMINATOR,
      RATE,
      RATE_BEFORE,
      CHANGE,
      GAP),
  LATE("các đơn vị gửi số liệu trễ hạn", SERIAL, NAME, FEED, LAST_DATE, EXPECTED_BY),
  TIMELINESS(
      "tình hình giải quyết hồ sơ theo đơn vị",
      SERIAL,
      NAME,
      FINISHED,
      EARLY,
      ON_TIME,
      OVERDUE,
      ON_TIME_RATE,
      OPEN_OVERDUE),
  WEEKS(
      "từng tuần của tháng, và cả tháng",
      SERIAL,
      DAYS,
      RECEIVED,
      ONLINE_RATE,
      PAID_ONLINE_RATE,
      DIGITISED_RATE,
      FINISHED,
      ON_TIME,
      ON_TIME_RATE,
      OPEN_OVERDUE),
  UNITS(
      "từ đầu tháng, theo đơn vị trực thuộc",
      SERIAL,
      NAME,
      RECEIVED,
      ONLINE_RATE,
      PAID_ONLINE_RATE,
      DIGITISED_RATE,
      FINISHED,
      ON_TIME,
      ON_TIME_RATE,
      OPEN_OVERDUE);

  private final String meaning;

  // Unmodifiable, which its type does not tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Column> columns;

  TableName(String meaning, Column... columns) {
    this.meaning = meaning;
    this.columns = Collections.unmodifiableSet(EnumSet.copyOf(List.of(columns)));
  }

  /** As it stands in a template. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in it, in Vietnamese. */
  public String meaning() {
    return meaning;
  }

  /** The columns that it can have. */
  public Set<Column> columns() {
    return columns;
  }
}
