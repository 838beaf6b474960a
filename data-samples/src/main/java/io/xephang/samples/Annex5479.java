package io.xephang.samples;

import java.util.List;
import java.util.Optional;

/** Annex I of letter 5479/UBND-KSTTHC of 18/9/2020: Quảng Nam's units, figures of 16/9/2020. */
public final class Annex5479 {
  static final String PROVINCE = "H47";

  /**
   * A printed line.
   *
   * @param share absent for the one unit without services, printed "không"
   */
  public record Line(
      String unitCode,
      String kind,
      String unitName,
      String printedName,
      Optional<Share> share,
      String printedValue,
      String note) {

    /** "Bao gồm DVC Bộ chủ quản xây dựng": the rate includes services that the ministry built. */
    boolean includesMinistryServices() {
      return note.startsWith("Bao gồm");
    }
  }

  private Annex5479() {}

  public static List<Line> lines() {
    return ResourceTable.read(
        "annex-5479.csv",
        row ->
            new Line(
                row.getField("unit_code"),
                row.getField("kind"),
                row.getField("unit_name"),
                row.getField("printed_name"),
                share(row.getField("numerator"), row.getField("denominator")),
                row.getField("printed_value"),
                row.getField("note")));
  }

  private static Optional<Share> share(String numerator, String denominator) {
    return denominator.isEmpty()
        ? Optional.empty()
        : Optional.of(new Share(Integer.parseInt(numerator), Integer.parseInt(denominator)));
  }
}
