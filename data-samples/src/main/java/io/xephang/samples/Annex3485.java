package io.xephang.samples;

import java.util.List;

/** The ranking annex of letter 3485/BTTTT-THH of 10/9/2020, figures of 20/8/2020. */
public final class Annex3485 {
  /** A printed line. The letter prints neither the unit's code nor the size of its catalog. */
  public record Line(
      boolean ministry, String printedName, String printedValue, String unitCode, int sizeHint) {
    PrintedRate rate() {
      return PrintedRate.parse(printedValue);
    }
  }

  private Annex3485() {}

  /** 17 ministries, then 63 provinces, as printed. */
  public static List<Line> lines() {
    return ResourceTable.read(
        "annex-3485.csv",
        row ->
            new Line(
                row.getField("section").equals("ministries"),
                row.getField("printed_name"),
                row.getField("printed_value"),
                row.getField("unit_code"),
                ResourceTable.number(row.getField("size_hint"))));
  }
}
