package io.xephang.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedDossier;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.DossierGroup;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.ReceivedDossiers;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
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
  void dossiersAsText() throws Exception {
    assertThat(text(dossiers(), 2)).isEqualTo(golden("dossiers.txt"));
  }

  @Test
  void dossiersAsJson() throws Exception {
    StringWriter out = new StringWriter();
    ExplanationJson.write(dossiers(), out);
    assertThat(out.toString()).isEqualTo(golden("dossiers.json"));
  }

  @Test
  void servicesOfAPeriodAsText() throws Exception {
    assertThat(text(servicesOfAPeriod(), 20)).isEqualTo(golden("services-of-period.txt"));
  }

  @Test
  void aSumOverAPeriodSaysWhoseDossiersCount() throws Exception {
    Explanation sum = sum();
    assertThat(
            text(
                new Explanation(
                    new RankingQuestion("digitised_rate", DAY, Basis.COMPUTED, PeriodType.YEAR),
                    publication(),
                    ofPeriod(Rows.DOSSIERS_RECEIVED, "digitised", "true"),
                    sum.unit(),
                    sum.value(),
                    sum.evidence(),
                    List.of()),
                0))
        .contains("Kỳ / Period: năm 2020 / year 2020 (1/1/2020 – 31/12/2020); tính toán")
        .contains("The period is still running: counted up to 20/8/2020")
        .contains("Every dossier counts for the nation");
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
                    null,
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
                    null,
                    List.of(new Offer("H47.14", "Sửa\u001b[2J đổi", null, DAY, FILE))),
                new CountedService(
                    "1.000003",
                    2,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null,
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

  /**
   * A month that still runs; of the dossiers in the denominator only one more was not asked for.
   */
  private static Explanation dossiers() {
    String older = "dossiers/2020-08-10/a-synthetic.ndjson";
    String newer = "dossiers/2020-08-20/a-synthetic.ndjson";
    return new Explanation(
        new RankingQuestion("online_dossier_rate", DAY, Basis.COMPUTED, PeriodType.MONTH),
        new ServedPublication(3, "run-3", DAY.plusDays(1).atTime(1, 30), DAY),
        ofPeriod(Rows.DOSSIERS_RECEIVED, "channel = 'online'", "service_level >= 3"),
        new ExplainedUnit("H47", "Quảng Nam", "Tỉnh Quảng Nam", "province", null, null, true, true),
        new PublishedValue(
            LocalDate.of(2020, 8, 1),
            LocalDate.of(2020, 9, 1),
            1L,
            4L,
            0.25,
            null,
            DAY,
            List.of(new PeerRank("province", 2, 63))),
        new Evidence.Dossiers(
            List.of(
                new DossierGroup("H47", "Quảng Nam", 0, 1),
                new DossierGroup("H47.14", "Sở Thông tin", 1, 3)),
            List.of(
                new DossierGroup("1.000001", "Cấp giấy phép bưu chính", 1, 3),
                // No catalog has a name for it.
                new DossierGroup("1.000002", null, 0, 1)),
            List.of(new DossierGroup(older, null, 1, 1), new DossierGroup(newer, null, 0, 3)),
            List.of(
                new CountedDossier(
                    "H47.14-200803-0001",
                    "H47.14",
                    "1.000001",
                    LocalDate.of(2020, 8, 3).atTime(8, 0),
                    LocalDate.of(2020, 8, 10).atTime(17, 0),
                    LocalDate.of(2020, 8, 7).atTime(9, 30),
                    10,
                    "online",
                    4,
                    20000,
                    true,
                    false,
                    true,
                    true,
                    older,
                    1)),
            List.of(
                // A code as written, which would clear the screen.
                dossier("H47\u001b[2J-0002", 5, "in_person", newer, 2),
                dossier("H47.14-200806-0003", 6, "post", newer, 3))),
        List.of(
            new SourceFile(older, "a0a0", "run-1", EARLIER.atTime(1, 0)),
            new SourceFile(newer, "b0b0", "run-2", DAY.atTime(1, 0))));
  }

  private static CountedDossier dossier(
      String code, int day, String channel, String file, long position) {
    return new CountedDossier(
        code,
        "H47.14",
        "1.000001",
        LocalDate.of(2020, 8, day).atStartOfDay(),
        null,
        null,
        4,
        channel,
        3,
        0,
        false,
        false,
        null,
        null,
        file,
        position);
  }

  private static Explanation servicesOfAPeriod() {
    String dossiers = "dossiers/2020-08-20/a.ndjson";
    String catalogs = "catalogs/2020-07-01/b.csv";
    return new Explanation(
        new RankingQuestion("arising_rate", DAY, Basis.COMPUTED, PeriodType.QUARTER),
        publication(),
        ofPeriod(Rows.SERVICES_OF_PERIOD, "online_dossiers > 0", "service_level >= 3"),
        // Not listed: ranked all the same.
        new ExplainedUnit("G01", "Bộ Công an", "Bộ Công an", "ministry", null, null, false, true),
        new PublishedValue(
            EARLIER,
            LocalDate.of(2020, 10, 1),
            1L,
            2L,
            0.5,
            null,
            LocalDate.of(2020, 9, 9),
            List.of(new PeerRank("ministry", 1, 20))),
        new Evidence.Services(
            List.of(new CatalogInForce("G01", "Bộ Công an", EARLIER, EARLIER, null, 3)),
            List.of(
                service("1.000001", "Cấp hộ chiếu", 4, 1100, 1000, true, true, catalogs),
                service("1.000002", null, 3, 7, 0, false, true, catalogs),
                service("1.000003", "Gia hạn", 2, 3, 0, false, false, catalogs))),
        List.of(
            new SourceFile(catalogs, "b0b0", "run-1", EARLIER.atTime(1, 0)),
            new SourceFile(dossiers, "d0d0", "run-2", DAY.atTime(1, 0))));
  }

  private static CountedService service(
      String root,
      String name,
      int level,
      long all,
      long online,
      boolean inNumerator,
      boolean inDenominator,
      String file) {
    return new CountedService(
        root,
        level,
        true,
        true,
        false,
        inNumerator,
        inDenominator,
        new ReceivedDossiers(all, online),
        List.of(new Offer("G01", name, level, EARLIER, file)));
  }

  private static ExplainedIndicator ofPeriod(Rows rows, String numerator, String denominator) {
    return new ExplainedIndicator(
        "some_rate",
        "Tỉ lệ nào đó",
        "Some rate",
        false,
        "Tử",
        "Numerator",
        "Mẫu",
        "Denominator",
        new Computation(rows, numerator, denominator),
        "Nghị quyết 17/NQ-CP",
        List.of(),
        null);
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
        new Computation(Rows.CATALOG, "service_level = 4", "true"),
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
