package io.xephang.samples.dossiers;

import io.xephang.samples.Procedure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A procedure as the units of one province offer it. */
final class SyntheticService {
  private final Procedure procedure;
  private final List<SyntheticUnit> units;
  private final int[] levels;
  private final int popularity;
  private final byte[][] codeTexts;
  private final byte[] nameText;
  private final byte[] fieldCodeText;
  private final byte[] fieldNameText;

  /**
   * @param units that offer it; the first at the highest level of all
   * @param levels 0 (not online) to 4, in each catalog snapshot of the series; empty if the
   *     procedure is in no catalog
   * @param popularity how many dossiers it gets, compared with others
   */
  SyntheticService(
      Procedure procedure,
      String provinceCode,
      List<SyntheticUnit> units,
      int[] levels,
      int popularity) {
    this.procedure = procedure;
    this.units = List.copyOf(units);
    this.levels = levels.clone();
    this.popularity = popularity;
    codeTexts =
        new byte[][] {
          utf8(procedure.root() + ".000.00.00." + provinceCode),
          utf8(procedure.root() + "." + provinceCode),
          utf8(procedure.root() + ".000.00.00." + provinceCode + ".01"),
          utf8(procedure.root())
        };
    nameText = utf8(procedure.name());
    fieldCodeText = utf8(procedure.field().code());
    fieldNameText = utf8(procedure.field().name());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Procedure procedure() {
    return procedure;
  }

  List<SyntheticUnit> units() {
    return units;
  }

  boolean isListed() {
    return levels.length > 0;
  }

  /** The highest level at which a unit of the province offers it; -1 if it is in no catalog. */
  int levelIn(int snapshot) {
    return isListed() ? levels[snapshot] : -1;
  }

  boolean isOnlineService(int snapshot) {
    return levelIn(snapshot) >= 3;
  }

  int popularity() {
    return popularity;
  }

  /** 1 to 60, or 0 if there is no such limit. */
  int maxDays() {
    return procedure.maxDays().isEmpty() ? 0 : Integer.parseInt(procedure.maxDays());
  }

  /**
   * @param form 0 to 2 with the province's code at the end, 3 the root alone
   */
  byte[] codeText(int form) {
    return codeTexts[form];
  }

  byte[] nameText() {
    return nameText;
  }

  byte[] fieldCodeText() {
    return fieldCodeText;
  }

  byte[] fieldNameText() {
    return fieldNameText;
  }
}
