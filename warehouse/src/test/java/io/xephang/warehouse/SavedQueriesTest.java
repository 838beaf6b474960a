package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.warehouse.query.ParameterRefused;
import io.xephang.warehouse.query.QueryArguments;
import io.xephang.warehouse.query.SavedQueries;
import io.xephang.warehouse.query.SavedQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every saved query on {@link QueryLake}; the rows were worked out by hand from its data. */
class SavedQueriesTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  /** A query with what is given for its parameters, and what it must answer. */
  private record Case(String query, List<String> parameters, List<String> rows) {
    @Override
    public String toString() {
      return query + parameters;
    }
  }

  private static Case given(String query, List<String> parameters, String... rows) {
    return new Case(query, parameters, List.of(rows));
  }

  static List<Case> cases() {
    return List.of(
        // 5/10, 3/10, 3/9 and 9/10; mean of 0,5 0,3 0,3333 0,9.
        given(
            "headline_of_letter",
            List.of(),
            "VN|Cả nước|2020-08-20|4|20|39|0.5128205128205128|0.5083333333333333|0|0.3|2020-12-31|4|0.21282051282051279",
            "VN.ministry|Các bộ|2020-08-20|1|9|10|0.9|0.9|0|0.3|2020-12-31|1|0.6000000000000001",
            "VN.province|Các tỉnh|2020-08-20|3|11|29|0.3793103448275862|0.37777777777777777|0|0.3|2020-12-31|3|0.0793103448275862"),
        // Hà Tĩnh has 30 % exactly: it is not below.
        given("below_target", List.of()),
        // In July Quảng Nam has 2 of 8; 30 % of 8 are 2,4: a third is missing.
        given(
            "below_target",
            List.of("as_of=2020-07-31"),
            "3|H47|Quảng Nam|2|8|0.25|0.3|2020-12-31|-5.0|1"),
        given(
            "below_target",
            List.of("peer_group=district:H47"),
            "1|H47.30|Hội An|0|2|0.0|0.3|2020-12-31|-30.0|1"),
        // 40 points in the 16 months from August 2020 to December 2021; no value, no pace.
        given(
            "pace_to_target",
            List.of("unit=Quảng Nam"),
            "level4_rate|Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4|3|9|0.3333333333333333|0.3|2020-12-31|3.333333|4|0.0|Nghị quyết 17/NQ-CP ngày 07/3/2019; Công văn 3485/BTTTT-THH ngày 10/9/2020",
            "portal_integration_rate|Tỉ lệ tích hợp lên Cổng Dịch vụ công quốc gia||||0.3|2020-12-31||4||Nghị quyết 17/NQ-CP ngày 07/3/2019; Nghị quyết 01/NQ-CP ngày 01/01/2020",
            "eligible_level4_rate|Tỉ lệ mức độ 4 trên số dịch vụ đủ điều kiện|3|5|0.6|1.0|2021-12-31|-40.0|16|2.5|Công văn 1145/BTTTT-THH ngày 19/4/2021",
            "level34_rate|Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 3 và 4||||0.8|2025-12-31||64||Nghị quyết 17/NQ-CP ngày 07/3/2019 (các thủ tục đủ điều kiện)",
            "portal_integration_rate|Tỉ lệ tích hợp lên Cổng Dịch vụ công quốc gia||||0.5|2025-12-31||64||Nghị quyết 17/NQ-CP ngày 07/3/2019"),
        // Quảng Nam from 2/8 to 3/9 overtakes Hà Tĩnh, which stays where it is.
        given(
            "movers",
            List.of(),
            "H47|Quảng Nam|0.25|0.3333333333333333|8.333333|3|3|2|3|1",
            "H27|Hà Tĩnh|0.3|0.3|0.0|2|3|3|3|-1"),
        given(
            "movers",
            List.of("limit=1"),
            "H47|Quảng Nam|0.25|0.3333333333333333|8.333333|3|3|2|3|1"),
        given("movers", List.of("peer_group=ministry")),
        // First of one department in July, second of two in August: no fall by a place.
        given(
            "movers",
            List.of("peer_group=department:H47", "indicator=online_payment_rate"),
            "H47.14|Sở Thông tin|0.25|0.0|-25.0|1|1|2|2|"),
        given(
            "history",
            List.of("unit=H47"),
            "2020-07-01|Quảng Nam|2|8|0.25||",
            "2020-07-31|Quảng Nam|2|8|0.25|0.0|",
            "2020-08-01|Quảng Nam|3|9|0.3333333333333333|8.333333|"),
        given(
            "history",
            List.of(
                "unit=000.00.00.H27",
                "indicator=online_dossier_rate",
                "basis=reported",
                "period_type=year"),
            "2019-12-31|Hà Tĩnh|20385|79542|0.2562797012898846||"),
        given("left_out_agencies", List.of(), "G01|Bộ Công an|ministry"),
        given(
            "units_of_province",
            List.of("unit=H47"),
            "department:H47|1|1|H47.03|Sở Công Thương|2|3|0.6666666666666666|Bao gồm DVC Bộ chủ quản xây dựng",
            "department:H47|2|2|H47.14|Sở Thông tin|1|3|0.3333333333333333|",
            "department:H47|3||H47.20|Văn phòng UBND|0|0||không",
            "district:H47|1|1|H47.30|Hội An|0|2|0.0|"),
        // Procedure 2 of the department is run by a ministry: without it 1 of 2.
        given(
            "with_and_without_ministry_services",
            List.of("unit=H47"),
            "H47.03|Sở Công Thương|2|3|0.6666666666666666|1|2|0.5",
            "H47.14|Sở Thông tin|1|3|0.3333333333333333|1|3|0.3333333333333333",
            "H47.30|Hội An|0|2|0.0|0|2|0.0",
            "H47.30.20|Cẩm Phô|0|1|0.0|0|1|0.0"),
        given("deployment_extremes", List.of("unit=H47"), "H47.30|Hội An|1|0|1|2|0.5"),
        given(
            "deployment_extremes",
            List.of("unit=H47", "kind=department"),
            "H47.03|Sở Công Thương|1|2|3|3|1.0",
            "H47.14|Sở Thông tin|1|1|2|3|0.6666666666666666"),
        given(
            "eligible_not_level4",
            List.of(),
            "H47.03|1.000003|Giấy phép điện|Chung|3",
            "H47.30|1.000007|Kết hôn|Chung|3"),
        given(
            "eligible_not_level4",
            List.of("unit=H47.03", "as_of=2020-07-31"),
            "H47.03|1.000001|Cấp phép|Chung|3"),
        given(
            "not_eligible",
            List.of("unit=H47"),
            "3|H47.14|1.000005|Sửa đổi|Chung",
            "3|H47.30.20|1.000009|Khai sinh|Chung",
            "2|H47.30|1.000008|Bản sao|Chung",
            "|H47.14|1.000006|Thu hồi|Chung"),
        given(
            "not_on_national_portal",
            List.of("unit=H47"),
            "H47.30.20|Cẩm Phô|0|1|0.0|[Khai sinh]",
            "H47.03|Sở Công Thương|1|3|0.3333333333333333|[Cấp phép, Giấy phép điện]",
            "H47.14|Sở Thông tin|1|2|0.5|[Sửa đổi]",
            "H47.30|Hội An|1|1|1.0|"),
        given(
            "changed_services",
            List.of("unit=H47", "since=2020-07-31"),
            "H47.03|1.000001|Cấp phép|đổi mức / level|3|4",
            "H47.03|1.000003|Giấy phép điện|mới / new||3"),
        // Backwards: what came has gone.
        given(
            "changed_services",
            List.of("unit=H47", "since=2020-08-01", "as_of=2020-07-31"),
            "H47.03|1.000001|Cấp phép|đổi mức / level|4|3",
            "H47.03|1.000003|Giấy phép điện|bỏ / gone|3|"),
        // At level 4 are 1, 2 and 4: nobody asked for 2.
        given("idle_level4", List.of("unit=H47"), "H47|1.000002|Khuyến mại|2020-01-01|2020-12-31"),
        given(
            "idle_level4",
            List.of("unit=H47", "period_type=month", "day=2020-07-09"),
            "H47|1.000002|Khuyến mại|2020-07-01|2020-07-31",
            "H47|1.000004|Bưu chính|2020-07-01|2020-07-31"),
        given(
            "arising_by_unit",
            List.of("unit=H47"),
            "1|H47.14|Sở Thông tin|1|2|0.5|1|2|0|2020-08-01|2020-08-31|2020-08-20",
            "2|H47.03|Sở Công Thương|1|3|0.3333333333333333|2|2|0|2020-08-01|2020-08-31|2020-08-20"),
        given("arising_by_unit", List.of("unit=H47", "kind=district")),
        // Departments 1/3 and 1/2: pooled 2/5, mean 5/12.
        given(
            "arising_by_level",
            List.of("unit=H47"),
            "department|2|2|5|0.4|0.41666666666666663",
            "district|1|0|1|0.0|0.0",
            "commune|1|0|1|0.0|0.0"),
        given(
            "online_dossiers_by_year",
            List.of("unit=Tỉnh Hà Tĩnh"),
            "2019|computed|20385|79542|0.2562797012898846||2019-12-31",
            "2019|reported|20385|79542|0.2562797012898846|25,6%|2019-12-31"),
        given(
            "online_payment_by_unit",
            List.of("unit=H47"),
            "1|H47.03|Sở Công Thương|3|4|0.75||1||2020-08-01|2020-08-31|2020-08-20",
            "2|H47.14|Sở Thông tin|0|5|0.0|1|1||2020-08-01|2020-08-31|2020-08-20"),
        // In August B is finished on the day, C late; D, E and F are open and due.
        given(
            "punctuality_by_unit",
            List.of("unit=H47"),
            "H47|Quảng Nam|2|0|1|1|3|0.5",
            "H47.03|Sở Công Thương|2|0|1|1|0|0.5",
            "H47.14|Sở Thông tin|0|0|0|0|2|",
            "H47.30|Hội An|0|0|0|0|1|"),
        given(
            "overdue_by_unit",
            List.of("unit=H47"),
            "H47.14|Sở Thông tin|2|10|2020-08-10",
            "H47.30|Hội An|1|0|2020-08-20"),
        // C was open on that day, and is not any more.
        given(
            "overdue_by_unit",
            List.of("unit=H47", "as_of=2020-08-01"),
            "H47.03|Sở Công Thương|1|12|2020-07-20"),
        given(
            "overdue_dossiers",
            List.of("unit=H47"),
            "D|H47.14|1.000004|4|2020-08-07|2020-08-10|10",
            "E|H47.14|1.000004|2|2020-08-08|2020-08-18|2",
            "F|H47.30|1.000007|2|2020-08-17|2020-08-20|0"),
        given(
            "overdue_dossiers",
            List.of("unit=H47", "limit=1"),
            "D|H47.14|1.000004|4|2020-08-07|2020-08-10|10"),
        // 4, 8 and 25 days.
        given(
            "slow_procedures",
            List.of("unit=H47"),
            "1.000004|0|0|2|||10.0",
            "1.000001|3|1|0|8.0|21.6|10.0",
            "1.000007|0|0|1|||10.0"),
        // August 2020 begins on a Saturday. B, D and H until the 7th, E until the 14th, when B and
        // C
        // were finished, F until the 21st; G was refused.
        given(
            "weeks_of_peak_month",
            List.of("unit=H47"),
            "2020-08-07|3|3|0|0",
            "2020-08-14|1|1|2|1",
            "2020-08-21|1|0|0|0"),
        // Quảng Nam reaches the target and received 999.
        given(
            "commendable_units",
            List.of(),
            "1|H57|Thừa Thiên Huế|0.5|0.3|1500",
            "3|H27|Hà Tĩnh|0.3|0.3|2000"),
        given("commendable_units", List.of("at_least=1501"), "3|H27|Hà Tĩnh|0.3|0.3|2000"),
        // The report for December was to be followed before the 20th of January: 214 days ago.
        given(
            "late_deliverers",
            List.of("feed=reports"),
            "reports|G18|Bộ Y tế|||",
            "reports|H47|Quảng Nam|||",
            "reports|H27|Hà Tĩnh|2019-12-31|2020-01-19|214"),
        given(
            "late_deliverers",
            List.of("feed=catalogs"),
            "catalogs|G18|Bộ Y tế|||",
            "catalogs|H27|Hà Tĩnh|||",
            "catalogs|H57|Thừa Thiên Huế|||"),
        given(
            "rejected_by_sender",
            List.of(),
            "H47|Quảng Nam|catalogs|bad_level|Mức độ dịch vụ công không hợp lệ|2|1|catalogs/2020-07-01/synthetic-H47.csv|Dùng 1 đến 4, mot_phan, toan_trinh hoặc để trống, rồi gửi lại cả tệp",
            "H47|Quảng Nam|catalogs|bad_code|Mã thủ tục hành chính sai dạng|1|1|catalogs/2020-07-01/synthetic-H47.csv|Dùng mã như 1.003560 hoặc 1.003560.000.00.00.H47, rồi gửi lại cả tệp",
            "H57|Thừa Thiên Huế|dossiers|bad_date|Ngày không hợp lệ|1|1|dossiers/2020-08-20/H57.ndjson|Ghi ngày dạng 2020-08-20, rồi gửi lại cả tệp"),
        given("rejected_by_sender", List.of("sender=H27")),
        given(
            "printed_against_recomputed",
            List.of("unit=H47"),
            "2020-09-16|level4_rate|H47.03|Sở Công Thương|9|91|9,98%|0.0989010989010989|mismatch|5479",
            "2020-09-16|level4_rate|H47.14|Sở Thông tin|11|74|14,8%|0.14864864864864866|truncated|5479",
            "2020-09-16|level4_rate|H47.30|UBND Thành Phố Hội An|3|330|0,909%|0.00909090909090909|rounded|5479"),
        given(
            "printed_against_recomputed",
            List.of("verdict=not_checkable"),
            "2020-08-20|level4_rate|H57|Thừa Thiên - Huế|||54,53%||not_checkable|3485"));
  }

  @BeforeAll
  static void open() throws Exception {
    warehouse = QueryLake.published(folder).open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWhatItsTitleAsks(Case asked) throws Exception {
    Answer answer = new Answer();
    warehouse.select(select(asked), QueryLimits.DEFAULT, new Cancellation(), answer);
    assertThat(answer.rows()).as(asked.toString()).containsExactlyElementsOf(asked.rows());
    assertThat(answer.names())
        .as("columns of %s, of which some are declared to count in something", asked)
        .containsAll(SavedQueries.named(asked.query()).orElseThrow().measures().keySet());
  }

  @Test
  void everySavedQueryIsAsked() {
    assertThat(cases().stream().map(Case::query).distinct())
        .containsExactlyInAnyOrderElementsOf(SavedQueries.names());
  }

  @Test
  void everyFileIsListed() throws Exception {
    Path files = Path.of("src/main/resources/io/xephang/warehouse/query");
    try (Stream<Path> listed = Files.list(files)) {
      assertThat(listed.map(file -> file.getFileName().toString().replace(".sql", "")))
          .containsExactlyInAnyOrderElementsOf(SavedQueries.names());
    }
  }

  /** None has side effects, and none may reach what people cannot select from themselves. */
  @Test
  void nothingButTheSurfaceIsAsked() {
    for (SavedQuery query : SavedQueries.all()) {
      assertThat(query.sql()).as(query.name()).doesNotContain("internal.", "duckdb_");
    }
  }

  @Test
  void parquetHasTheSameRows() throws Exception {
    LakeFixture lake = QueryLake.published(folder.resolve("parquet"));
    for (Case asked : cases()) {
      Select select;
      try (Warehouse reader = lake.open()) {
        select = select(reader, asked);
      }
      Path file = folder.resolve("result.parquet");
      ParquetExport.run(lake.home(), select, file);
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement();
          ResultSet count =
              statement.executeQuery(
                  "SELECT count(*) FROM read_parquet(" + SqlText.literal(file.toString()) + ")")) {
        count.next();
        assertThat(count.getLong(1)).as(asked.toString()).isEqualTo(asked.rows().size());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history | | --param unit=…: thiếu / missing: Đơn vị; VN là cả nước / Unit; VN is the nation;"
            + " cần / expected: mã hoặc tên đơn vị như H47 / the code or name of a unit like H47",
        "history | units=H47 | --param units: truy vấn history không có tham số này / the query has no"
            + " such parameter; unit, indicator, basis, period_type",
        "history | unit=Quang Nam | --param unit=Quang Nam: cần / expected mã hoặc tên đơn vị như H47 /"
            + " the code or name of a unit like H47; gần giống / like it: H47 Quảng Nam",
        "movers | as_of=20/8/2020 | --param as_of=20/8/2020: cần / expected ngày như 2020-08-20 / a date"
            + " like 2020-08-20",
        "movers | limit=-1 | --param limit=-1: cần / expected số nguyên không âm như 10 / a whole number"
            + " like 10",
        "movers | limit=1; DROP VIEW unit | --param limit=1; DROP VIEW unit: cần / expected",
        "movers | indicator=level5_rate | --param indicator=level5_rate: cần / expected mã chỉ số như"
            + " level4_rate / the id of an indicator like level4_rate: arising_rate, digitised_rate",
        "late_deliverers | feed=units | --param feed=units: cần / expected catalogs, reports, dossiers",
      })
  void whatIsNoParameterIsRefusedWithWhatIsExpected(String query, String given, String message) {
    Case asked = new Case(query, given == null ? List.of() : List.of(given), List.of());
    assertThatThrownBy(() -> select(asked))
        .isInstanceOf(ParameterRefused.class)
        .hasMessageStartingWith(message);
  }

  /** Only ministries and provinces have groups below them, and a group has no third part. */
  @ParameterizedTest
  @ValueSource(strings = {"district:H47.30", "department:VN", "district:H47:x", "region:"})
  void whatIsNoPeerGroupIsRefused(String group) throws Exception {
    Select select = select(new Case("movers", List.of("peer_group=" + group), List.of()));
    assertThatThrownBy(
            () -> warehouse.select(select, QueryLimits.DEFAULT, new Cancellation(), new Answer()))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("there is no peer group '" + group + "'");
  }

  /** A value is bound: whatever it says, it is a value. */
  @Test
  void aValueNeverBecomesPartOfTheText() throws Exception {
    String evil = "province', basis := 'reported') -- $as_of";
    Select select = select(new Case("movers", List.of("peer_group=" + evil), List.of()));
    assertThat(select.sql()).isEqualTo(SavedQueries.named("movers").orElseThrow().sql());
    assertThat(select.parameters()).containsEntry("peer_group", evil);
    assertThatThrownBy(
            () -> warehouse.select(select, QueryLimits.DEFAULT, new Cancellation(), new Answer()))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("there is no peer group '" + evil + "'");
  }

  private static Select select(Case asked) throws Exception {
    return select(warehouse, asked);
  }

  private static Select select(Warehouse reader, Case asked) throws Exception {
    SavedQuery query = SavedQueries.named(asked.query()).orElseThrow();
    Map<String, String> given = new LinkedHashMap<>();
    for (String parameter : asked.parameters()) {
      given.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
    }
    return new QueryArguments(reader).of(query, given);
  }
}
