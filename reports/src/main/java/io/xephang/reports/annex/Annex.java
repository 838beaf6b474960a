package io.xephang.reports.annex;

import io.xephang.warehouse.Headline;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Sources;
import java.util.List;

/**
 * What an annex says, apart from how it looks.
 *
 * @param sections ministries, then provinces; never all empty
 * @param headlines of the nation, the ministries and the provinces
 * @param leftOut agencies that are in no ranking on the day
 */
public record Annex(
    RankingQuestion question,
    ServedIndicator indicator,
    ServedPublication publication,
    List<Section> sections,
    List<Headline> headlines,
    List<String> leftOut,
    Sources sources) {

  public Annex {
    sections = List.copyOf(sections);
    headlines = List.copyOf(headlines);
    leftOut = List.copyOf(leftOut);
    if (sections.stream().allMatch(section -> section.units().isEmpty())) {
      throw new IllegalArgumentException("an annex needs a ranking");
    }
  }

  /** A numbered part of the annex. */
  public record Section(SectionKind kind, List<RankedUnit> units) {
    public Section {
      units = List.copyOf(units);
    }
  }

  /** The parts of letter 3485's annex. */
  public enum SectionKind {
    MINISTRIES(
        "ministry", "I. BỘ, CƠ QUAN NGANG BỘ VÀ BẢO HIỂM XÃ HỘI VIỆT NAM", "Bộ, ngành", "bộ"),
    PROVINCES(
        "province",
        "II. TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG",
        "Tỉnh/Thành phố trực thuộc Trung ương",
        "tỉnh");

    private final String peerGroup;
    private final String title;
    private final String unitHeader;
    private final String unitWord;

    SectionKind(String peerGroup, String title, String unitHeader, String unitWord) {
      this.peerGroup = peerGroup;
      this.title = title;
      this.unitHeader = unitHeader;
      this.unitWord = unitWord;
    }

    public String peerGroup() {
      return peerGroup;
    }

    public String title() {
      return title;
    }

    public String unitHeader() {
      return unitHeader;
    }

    /** What a letter calls such units: {@code 05 bộ, 22 tỉnh}. */
    public String unitWord() {
      return unitWord;
    }
  }
}
