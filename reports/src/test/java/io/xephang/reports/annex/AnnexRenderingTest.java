package io.xephang.reports.annex;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Headline;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden texts stand in the resources beside this class. */
class AnnexRenderingTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);
  private static final LocalDate EARLIER = LocalDate.of(2020, 8, 1);

  private interface Rendering {
    void write(Annex annex, Writer out) throws IOException;
  }

  @Test
  void computedAsText() throws Exception {
    assertThat(rendered(TextAnnex::write, computed())).isEqualTo(golden("computed.txt"));
  }

  @Test
  void computedAsMarkdown() throws Exception {
    assertThat(rendered(MarkdownAnnex::write, computed())).isEqualTo(golden("computed.md"));
  }

  @Test
  void computedAsCsv() throws Exception {
    assertThat(rendered(CsvAnnex::write, computed())).isEqualTo(golden("computed.csv"));
  }

  @Test
  void computedAsAPage() throws Exception {
    assertThat(rendered(HtmlAnnex::write, computed())).isEqualTo(golden("computed.html"));
  }

  @Test
  void aPageShowsNamesAndRunsNothingOfThem() throws Exception {
    Annex hostile =
        annex(
            new RankingQuestion("level4_rate", DAY, Basis.REPORTED, PeriodType.AS_OF),
            List.of(),
            List.of(computed(1, 1, "H57", "<script>alert(1)</script> & 'Huế'", 1, 2, DAY)),
            reported().headlines(),
            new Sources(List.of("reports/a.csv"), List.of("\"Công văn\" <b>1</b>")));
    assertThat(rendered(HtmlAnnex::write, hostile))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;Huế&#39;</td>")
        .contains("&quot;Công văn&quot; &lt;b&gt;1&lt;/b&gt;")
        .contains("<p>(không có số liệu)</p>")
        .doesNotContain("<script", "<b>", "synthetic\"", "http:", "https:", "url(");
  }

  @Test
  void reportedAsText() throws Exception {
    assertThat(rendered(TextAnnex::write, reported())).isEqualTo(golden("reported.txt"));
  }

  @Test
  void reportedAsCsv() throws Exception {
    assertThat(rendered(CsvAnnex::write, reported())).isEqualTo(golden("reported.csv"));
  }

  @Test
  void aPeriodThatStillRunsAsText() throws Exception {
    assertThat(rendered(TextAnnex::write, quarter())).isEqualTo(golden("period.txt"));
  }

  @Test
  void aPeriodThatStillRunsAsMarkdown() throws Exception {
    assertThat(rendered(MarkdownAnnex::write, quarter())).isEqualTo(golden("period.md"));
  }

  @Test
  void aPeriodThatStillRunsAsCsv() throws Exception {
    assertThat(rendered(CsvAnnex::write, quarter())).isEqualTo(golden("period.csv"));
  }

  @Test
  void aPeriodThatStillRunsAsAPage() throws Exception {
    assertThat(rendered(HtmlAnnex::write, quarter())).isEqualTo(golden("period.html"));
  }

  @Test
  void aPeriodThatEndedSaysNothingOfRunning() throws Exception {
    LocalDate december = LocalDate.of(2019, 12, 3);
    Annex month =
        ofPeriod(
            "arising_rate",
            Direction.HIGHER_IS_BETTER,
            PeriodType.MONTH,
            december,
            LocalDate.of(2019, 12, 31),
            new Sources(
                List.of("catalogs/2019-12-01/a.csv", "dossiers/2019-12-31/a.ndjson"), List.of()));
    assertThat(rendered(TextAnnex::write, month))
        .contains("Số liệu tháng 12/2019 / month 12/2019 (1/12/2019 – 31/12/2019)\n")
        .contains(
            "Số liệu này được tính cho tháng 12/2019 từ danh mục thủ tục hành chính và hồ sơ các"
                + " đơn vị gửi (1 tệp danh mục, 1 tệp hồ sơ).")
        .doesNotContain("kỳ chưa hết", "Ngày số liệu", "càng thấp càng tốt");
    Annex year =
        ofPeriod(
            "arising_rate",
            Direction.HIGHER_IS_BETTER,
            PeriodType.YEAR,
            december,
            LocalDate.of(2019, 12, 31),
            new Sources(List.of(), List.of()));
    assertThat(rendered(TextAnnex::write, year))
        .contains("Số liệu năm 2019 / year 2019 (1/1/2019 – 31/12/2019)\n");
  }

  /** Two ministries tie, a province has no services, a catalog is older than the day. */
  static Annex computed() {
    return annex(
        new RankingQuestion("level4_rate", DAY, Basis.COMPUTED, PeriodType.AS_OF),
        List.of(
            computed(1, 1, "G14", "Bộ Thông tin và Truyền thông", 250, 250, DAY),
            computed(2, 1, "G18", "Bộ Y tế", 1988, 1988, DAY),
            computed(3, 3, "G16", "Bộ Văn hóa, Thể thao và Du lịch", 2, 25, EARLIER)),
        List.of(
            computed(1, 1, "H57", "Thừa Thiên Huế", 1090, 1999, DAY),
            new RankedUnit(2, null, "H01", "An Giang", 0L, 0L, null, null, DAY, DAY, DAY)),
        List.of(
            headline("VN", 4, 3330L, 4262L, 0.6575, 1, 3L),
            headline("VN.ministry", 3, 2240L, 2263L, 0.6933, 1, 2L),
            headline("VN.province", 1, 1090L, 1999L, 0.5453, 0, 1L)),
        new Sources(
            List.of("catalogs/2020-08-20/a-synthetic.csv", "catalogs/2020-08-01/b.csv"),
            List.of()));
  }

  static Annex reported() {
    return annex(
        new RankingQuestion("level4_rate", DAY, Basis.REPORTED, PeriodType.AS_OF),
        List.of(),
        List.of(
            new RankedUnit(
                1, 1, "H57", "Thừa Thiên Huế", null, null, 0.5453, "54,53%", DAY, DAY, DAY),
            new RankedUnit(2, 2, "H47", "Quảng Nam", null, null, 0.08, "8,0%", DAY, DAY, DAY)),
        List.of(
            headline("VN", 2, null, null, 0.31265, 1, 1L),
            headline("VN.ministry", 0, null, null, null, 0, 0L),
            headline("VN.province", 2, null, null, 0.31265, 1, 1L)),
        new Sources(
            List.of("reports/annex-3485.csv"), List.of("Công văn 3485/BTTTT-THH, Phụ lục")));
  }

  /** The lower the better; it runs until the as-of date. */
  static Annex quarter() {
    return ofPeriod(
        "overdue_open_rate",
        Direction.LOWER_IS_BETTER,
        PeriodType.QUARTER,
        DAY,
        DAY,
        new Sources(
            List.of("dossiers/2020-08-10/a.ndjson", "dossiers/2020-08-20/a.ndjson"), List.of()));
  }

  private static Annex ofPeriod(
      String indicator,
      Direction direction,
      PeriodType type,
      LocalDate day,
      LocalDate last,
      Sources sources) {
    LocalDate start = type.firstDay(day);
    LocalDate end = type.lastDay(day);
    return new Annex(
        new RankingQuestion(indicator, day, Basis.COMPUTED, type),
        new ServedIndicator(
            indicator,
            "Tỉ lệ của kỳ",
            "Rate of a period",
            PeriodType.MONTH,
            direction,
            "Hồ sơ quá hạn",
            "Hồ sơ chưa giải quyết xong"),
        new ServedPublication(3, "run-3", DAY.plusDays(1).atTime(1, 30), DAY),
        List.of(
            new Section(SectionKind.MINISTRIES, List.of()),
            new Section(
                SectionKind.PROVINCES,
                List.of(
                    new RankedUnit(1, 1, "H57", "Huế", 1L, 20L, 0.05, null, start, end, last),
                    new RankedUnit(2, 2, "H47", "Quảng Nam", 1L, 2L, 0.5, null, start, end, last),
                    // No dossier of it is open.
                    new RankedUnit(
                        3, null, "H01", "An Giang", null, null, null, null, start, end, null)))),
        List.of(
            headline("VN", 2, 2L, 22L, 0.275, 1, 1L),
            headline("VN.ministry", 0, null, null, null, 0, 0L),
            headline("VN.province", 2, 2L, 22L, 0.275, 1, 1L)),
        List.of(),
        sources);
  }

  private static Annex annex(
      RankingQuestion question,
      List<RankedUnit> ministries,
      List<RankedUnit> provinces,
      List<Headline> headlines,
      Sources sources) {
    return new Annex(
        question,
        new ServedIndicator(
            question.indicator(),
            "Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4",
            "Rate of level-4 online services",
            PeriodType.AS_OF,
            Direction.HIGHER_IS_BETTER,
            "Dịch vụ công mức độ 4 (toàn trình)",
            "Tất cả dịch vụ công trong danh mục"),
        new ServedPublication(3, "run-3", DAY.plusDays(1).atTime(1, 30), DAY),
        List.of(
            new Section(SectionKind.MINISTRIES, ministries),
            new Section(SectionKind.PROVINCES, provinces)),
        headlines,
        List.of("Bộ Công an", "Bộ Ngoại giao"),
        sources);
  }

  private static RankedUnit computed(
      int serial,
      int rank,
      String code,
      String name,
      long numerator,
      long denominator,
      LocalDate dataDate) {
    return new RankedUnit(
        serial,
        rank,
        code,
        name,
        numerator,
        denominator,
        (double) numerator / denominator,
        null,
        DAY,
        DAY,
        dataDate);
  }

  private static Headline headline(
      String scope,
      long units,
      Long numerator,
      Long denominator,
      Double mean,
      long belowTen,
      Long reaching) {
    Double pooled = numerator == null ? null : (double) numerator / denominator;
    return new Headline(
        scope,
        units,
        numerator,
        denominator,
        mean,
        belowTen,
        0.3,
        LocalDate.of(2020, 12, 31),
        reaching,
        pooled == null ? null : pooled - 0.3);
  }

  private static String rendered(Rendering rendering, Annex annex) throws IOException {
    StringWriter out = new StringWriter();
    rendering.write(annex, out);
    return out.toString();
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = AnnexRenderingTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
