package io.xephang.samples;

import java.time.LocalDate;
import java.util.List;

/** The feed {@code reports}: what letters printed, as they printed it. */
public final class Reports {
  private static final List<String> HEADER =
      List.of(
          "indicator",
          "unit_name",
          "unit_code",
          "parent_code",
          "as_of",
          "period_type",
          "numerator",
          "denominator",
          "value",
          "source",
          "note");

  private Reports() {}

  static void writeTo(
      LandingFolder landing, List<Annex3485.Line> annex3485, List<Annex5479.Line> annex5479) {
    landing.write(dated("annex-3485", SampleDates.ANNEX_3485), annex3485(annex3485));
    landing.write(dated("annex-5479", SampleDates.ANNEX_5479), annex5479(annex5479));
    landing.write(SampleNames.report("ha-tinh-2019"), haTinh());
  }

  private static String dated(String name, LocalDate date) {
    return SampleNames.report(name + "-" + date);
  }

  /** By name only, as printed with its misspelling "Đông Tháp": readers have to find the unit. */
  private static String annex3485(List<Annex3485.Line> lines) {
    CsvText text = new CsvText(HEADER);
    for (Annex3485.Line line : lines) {
      text.add(
          List.of(
              "level4_rate",
              line.printedName(),
              "",
              "",
              SampleDates.ANNEX_3485.toString(),
              "as_of",
              "",
              "",
              line.printedValue(),
              "Công văn 3485/BTTTT-THH ngày 10/9/2020, Phụ lục",
              ""));
    }
    return text.toString();
  }

  private static String annex5479(List<Annex5479.Line> lines) {
    CsvText text = new CsvText(HEADER);
    for (Annex5479.Line line : lines) {
      text.add(
          List.of(
              "level4_rate",
              line.printedName(),
              "",
              Annex5479.PROVINCE,
              SampleDates.ANNEX_5479.toString(),
              "as_of",
              line.share().map(share -> Integer.toString(share.numerator())).orElse(""),
              line.share().map(share -> Integer.toString(share.denominator())).orElse(""),
              line.share().isPresent() ? line.printedValue() : "",
              "Công văn 5479/UBND-KSTTHC ngày 18/9/2020, Phụ lục I",
              // The print "không" in the column of rates means: no services.
              line.share().isPresent() ? line.note() : line.printedValue()));
    }
    return text.toString();
  }

  /** The feed as text: the online dossiers of Hà Tĩnh in 2019, 20385/79542. */
  public static String haTinh() {
    CsvText text = new CsvText(HEADER);
    ResourceTable.read(
            "ha-tinh-2019.csv",
            row ->
                List.of(
                    row.getField("indicator"),
                    row.getField("printed_name"),
                    "",
                    "",
                    SampleDates.HA_TINH.toString(),
                    "year",
                    row.getField("numerator"),
                    row.getField("denominator"),
                    row.getField("printed_value"),
                    row.getField("source"),
                    row.getField("note")))
        .forEach(text::add);
    return text.toString();
  }
}
