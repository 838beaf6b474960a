package io.xephang.reports.content;

import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.reports.annex.AnnexWords;
import io.xephang.reports.annex.PeriodName;
import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.TableName;
import io.xephang.warehouse.RankedUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ranking of ministries and provinces, as the annex of letter 3485/BTTTT-THH. */
public final class NationalRanking {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private NationalRanking() {}

  /** What its document says: the same figures as any other form of the annex. */
  public static ReportContent of(Annex annex) {
    AnnexWords words = new AnnexWords(annex);
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.AS_OF, VietnameseNumber.date(annex.question().asOf()));
    values.put(
        Placeholder.PERIOD,
        PeriodName.vietnamese(annex.question().periodType(), annex.question().asOf()));
    values.put(Placeholder.INDICATOR, annex.indicator().nameVi());
    values.put(Placeholder.INDICATOR_UPPER, annex.indicator().nameVi().toUpperCase(VIETNAMESE));
    values.put(Placeholder.HEADLINE, String.join(" ", words.headlines()));
    values.put(Placeholder.LEFT_OUT, String.join("; ", annex.leftOut()));
    values.put(
        Placeholder.SOURCES,
        Stream.concat(Stream.of(words.sources()), words.askedAfterPublication().stream())
            .collect(Collectors.joining(" ")));
    values.put(Placeholder.COUNTING_RULE, words.countingRule());
    if (words.lowerIsBetter()) {
      values.put(Placeholder.LOWER_IS_BETTER, "Tỉ lệ càng thấp càng tốt");
    }
    return new ReportContent(
        ReportName.NATIONAL,
        annex.publication(),
        values,
        Map.of(
            TableName.MINISTRIES, rows(annex, SectionKind.MINISTRIES, words.showsDataDates()),
            TableName.PROVINCES, rows(annex, SectionKind.PROVINCES, words.showsDataDates())),
        annex.sources().synthetic());
  }

  private static List<Map<Column, String>> rows(
      Annex annex, SectionKind kind, boolean withDataDates) {
    return annex.sections().stream()
        .filter(section -> section.kind() == kind)
        .flatMap(section -> section.units().stream())
        .map(unit -> row(unit, withDataDates))
        .toList();
  }

  private static Map<Column, String> row(RankedUnit unit, boolean withDataDate) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.SERIAL, Integer.toString(unit.serial()));
    row.put(Column.RANK, unit.rank() == null ? "" : unit.rank().toString());
    row.put(Column.NAME, unit.unitName());
    row.put(Column.NUMERATOR, count(unit.numerator()));
    row.put(Column.DENOMINATOR, count(unit.denominator()));
    row.put(Column.RATE, unit.value() == null ? "–" : PrintedRate.of(unit));
    if (withDataDate) {
      row.put(
          Column.DATA_DATE,
          Optional.ofNullable(unit.dataDate()).map(VietnameseNumber::date).orElse(""));
    }
    return row;
  }

  private static String count(Long count) {
    return count == null ? "" : VietnameseNumber.count(count);
  }
}
