package io.xephang.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.ExplainedIndicator.Predicates;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.PublishedValue;
import io.xephang.warehouse.PublishedValue.PeerRank;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden texts stand in the resources beside this class. */
class ExplanationRenderingTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);
  private static final LocalDate EARLIER = LocalDate.of(2020, 7, 1);
  private static final String FILE = "catalogs/2020-08-20/a-synthetic.csv";

  @Test
  void aCatalogAsText() throws Exception {
    assertThat(text(catalog(1), 20)).isEqualTo(golden("catalog.txt"));
  }

  @Test
  void aCatalogAsJson() throws Exception {
    StringWriter out = new StringWriter();
    ExplanationJson.write(catalog(1), out);
    assertThat(out.toString()).isEqualTo(golden("catalog.json"));
  }

  @Test
  void aSumAsText() throws Exception {
    assertThat(text(sum(), 1)).isEqualTo(golden("sum.txt"));
  }

  @Test
  void reportsAsText() throws Exception {
    assertThat(text(reports(), 20)).isEqualTo(golden("reports.txt"));
  }

  @Test
  void aDifferenceIsSaidLoudly() throws Exception {
    assertThat(text(catalog(2), 0))
        .contains("KHÔNG KHỚP: các dòng trên cho / DOES NOT AGREE: the rows above give 1/2;")
        .contains("công bố / published 100,00% = 2/2 = 1")
        .contains("… và 1 dòng nữa; --all để xem hết.");
  }

  /** The second procedure's name would clear the screen of whoever reads it. */
  private static Explanation catalog(long published) {
    return new Explanation(
        question(Basis.COMPUTED),
        publication(),
        indicator(
            List.of(
                new DefinitionChange(
                    LocalDate.of(2020, 8, 1), "Mức độ đổi nghĩa.", "Levels changed."))),
        new ExplainedUnit("H47", "Quảng Nam", "Tỉnh Quảng Nam", "province", null, null, true, true),
        new PublishedValue(
            DAY,
            LocalDate.of(2020, 9, 1),
            published,
            2L,
            published / 2.0,
            null,
            DAY,
            List.of(new PeerRank("province", 2, 63), new PeerRank("region:Miền Trung", 1, 14))),
        new Evidence.Services(
            List.of(
                new CatalogInForce("H47", "Quảng Nam", EARLIER, EARLIER, null, 1),
                new CatalogInForce("H47.14", "Sở Thông tin", DAY, DAY, null, 1202)),
            List.of(
                new CountedService(
                    "1.000001",
                    4,
                    true,
                    false,
                    true,
                    true,
                    true,
                    List.of(
                        new Offer("H47.14", "Cấp giấy phép bưu chính", 4, DAY, FILE),
                        new Offer("H47", null, 3, EARLIER, "catalogs/2020-07-01/b.csv"))),
                new CountedService(
                    "1.000002",
                    null,
                    false,
                    true,
                    false,
                    false,
                    true,
                    List.of(new Offer("H47.14", "Sửa\u001b[2J đổi", null, DAY, FILE))),
                new CountedService(
                    "1.000003",
                    2,
                    false,
                    false,
                    false,
                    false,
                    false,
                    List.of(new Offer("H47.14", "Gia hạn", 2, DAY, FILE))))),
        List.of(
            new SourceFile("catalogs/2020-07-01/b.csv", "b0b0", "run-1", EARLIER.atTime(1, 0)),
            new SourceFile(FILE, "a0a0", "run-2", DAY.atTime(1, 0))));
  }

  private static Explanation sum() {
    return new Explanation(
        question(Basis.COMPUTED),
        publication(),
        indicator(List.of()),
        new ExplainedUnit(
            "VN.province", "Các tỉnh", "Các tỉnh, thành phố", "nation", null, null, true, true),
        new PublishedValue(DAY, null, 1343L, 3987L, 1343 / 3987.0, null, DAY, List.of()),
        new Evidence.Summands(
            List.of(
                new Summand("H57", "Huế", 1090L, 1999L, 1090 / 1999.0, null, DAY),
                new Summand("H47", "Quảng Nam", 253L, 1988L, 253 / 1988.0, null, EARLIER),
                new Summand("H01", "An Giang", null, null, null, null, null))),
        List.of());
  }

  private static Explanation reports() {
    return new Explanation(
        question(Basis.REPORTED),
        publication(),
        indicator(List.of()),
        new ExplainedUnit(
            "H47.03", "Sở Công Thương", "Sở Công Thương", "department", null, null, true, true),
        new PublishedValue(
            DAY,
            null,
            9L,
            91L,
            9 / 91.0,
            "9,98%",
            DAY,
            List.of(new PeerRank("department:H47", 7, 19))),
        new Evidence.Reports(
            new Report(
                "reports/b.csv",
                4,
                "Sở Công thương",
                "9,98%",
                9L,
                91L,
                9 / 91.0,
                "Công văn 5479, Phụ lục I",
                "Bao gồm DVC Bộ chủ quản xây dựng",
                "mismatch",
                9 / 91.0,
                0.0009),
            List.of(
                new Report(
                    "reports/a.csv",
                    7,
                    "Sở Công Thương",
                    "không",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "not_checkable",
                    null,
                    null))),
        List.of(
            new SourceFile("reports/a.csv", "a0a0", "run-1", EARLIER.atTime(1, 0)),
            new SourceFile("reports/b.csv", "b0b0", "run-2", DAY.atTime(1, 0))));
  }

  private static RankingQuestion question(Basis basis) {
    return new RankingQuestion("level4_rate", DAY, basis, PeriodType.AS_OF);
  }

  private static ServedPublication publication() {
    return new ServedPublication(3, "run-3", DAY.plusDays(1).atTime(1, 30), DAY.plusDays(20));
  }

  private static ExplainedIndicator indicator(List<DefinitionChange> changes) {
    return new ExplainedIndicator(
        "level4_rate",
        "Tỉ lệ mức độ 4",
        "Rate of level 4",
        false,
        "Dịch vụ mức độ 4",
        "Services at level 4",
        "Tất cả dịch vụ",
        "All services",
        new Predicates("service_level = 4", "true"),
        "Nghị quyết 17/NQ-CP",
        changes,
        new DueTarget(0.3, LocalDate.of(2020, 12, 31), "Nghị quyết 17/NQ-CP"));
  }

  private static String text(Explanation explanation, int limit) throws IOException {
    StringWriter out = new StringWriter();
    ExplanationText.write(explanation, limit, out);
    return out.toString();
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = ExplanationRenderingTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
