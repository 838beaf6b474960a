package io.xephang.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is accepted, and with which reason the rest is rejected. */
class RowJudgeTest {
  private static final UnitRegister UNITS = Deployment.DEFINITIONS.units();
  private static final Origin ORIGIN = new Origin(LocalDate.of(2020, 8, 20));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # column      , value                        , reason
          unit_code     ,                              , missing_field
          procedure_code,                              , missing_field
          unit_code     , H99                          , unknown_unit
          unit_code     , VN                           , unknown_unit
          unit_code     , Quảng Nam                    , unknown_unit
          procedure_code, 1.0011                       , bad_code
          procedure_code, 1.001193.H47.001             , bad_code
          service_level , 5                            , bad_level
          service_level , Mức độ 5                     , bad_level
          service_level , 4.0                          , bad_level
          service_level , phần                         , bad_level
          max_days      , -3                           , bad_number
          max_days      , '1,5'                        , bad_number
          has_fee       , maybe                        , bad_value
          on_national_portal, 2                        , bad_value
          """)
  void catalogRowsAreRejected(String column, String value, String reason) {
    Map<String, String> cells =
        new HashMap<>(Map.of("unit_code", "H47", "procedure_code", "1.001193"));
    set(cells, column, value);
    assertThat(reasonOf(new CatalogRowJudge(UNITS), cells)).isEqualTo(reason);
  }

  @Test
  void catalogRowsAreAccepted() {
    assertThat(
            accepted(
                new CatalogRowJudge(UNITS),
                Map.of(
                    "unit_code", "000.05.14.H47",
                    "procedure_code", "1.003560.000.00.00.H56",
                    "service_level", "Toan_Trinh",
                    "eligible_level4", "Có",
                    "on_national_portal", "TRUE",
                    "has_fee", "không",
                    "max_days", "0.5")))
        .containsEntry("unit_code", "H47.14.05")
        .containsEntry("scope_code", "H47")
        .containsEntry("snapshot_date", LocalDate.of(2020, 8, 20))
        .containsEntry("procedure_code", "1.003560")
        .containsEntry("written_code", "1.003560.000.00.00.H56")
        .containsEntry("service_level", 4)
        .containsEntry("eligible_level4", true)
        .containsEntry("on_national_portal", true)
        .containsEntry("run_by_ministry", false)
        .containsEntry("has_fee", false)
        .containsEntry("max_days", 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4",
    "Mức độ 4, 4",
    "MỨC ĐỘ 3, 3",
    "mức 2, 2",
    "Một phần, 3",
    "MỘT PHẦN, 3",
    "Toàn trình, 4",
    "Toàn  trình, 4",
    "DVCTT toàn trình, 4"
  })
  void levelsAsOfficialsWriteThem(String written, int level) {
    assertThat(
            accepted(
                new CatalogRowJudge(UNITS),
                Map.of("unit_code", "H47", "procedure_code", "1.001193", "service_level", written)))
        .containsEntry("service_level", level);
  }

  @ParameterizedTest
  @CsvSource({"20/8/2020, 2020-08-20", "31/12/2019, 2019-12-31", "08/08/2020, 2020-08-08"})
  void datesThatCanOnlyBeReadOneWay(String written, LocalDate date) {
    assertThat(
            accepted(
                reports(),
                Map.of("indicator", "level4_rate", "unit_code", "H47", "as_of", written)))
        .containsEntry("as_of", date);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # column   , value        , reason
          indicator  ,              , missing_field
          as_of      ,              , missing_field
          unit_name  ,              , missing_field
          as_of      , 8/20/2020    , bad_date
          as_of      , 9/8/2020     , bad_date
          as_of      , 31/6/2020    , bad_date
          as_of      , 20-8-2020    , bad_date
          as_of      , 2020-02-30   , bad_date
          unit_name  , Sài Gòn Mới  , unknown_unit
          parent_code, H99          , unknown_unit
          numerator  , 3.5          , bad_number
          denominator, n/a          , bad_number
          indicator  , level5_rate  , bad_value
          period_type, week         , bad_value
          period_type, month        , bad_date
          """)
  void reportsAreRejected(String column, String value, String reason) {
    Map<String, String> cells =
        new HashMap<>(
            Map.of("indicator", "level4_rate", "unit_name", "Quảng Nam", "as_of", "2020-08-20"));
    set(cells, column, value);
    assertThat(reasonOf(reports(), cells)).isEqualTo(reason);
  }

  @Test
  void reportsAreAcceptedAsPrinted() {
    assertThat(
            accepted(
                reports(),
                Map.of(
                    "indicator", "level4_rate",
                    "unit_name", "Đông Tháp",
                    "as_of", "2020-08-20",
                    "value", "4,19%")))
        .containsEntry("unit_code", "H20")
        .containsEntry("printed_name", "Đông Tháp")
        .containsEntry("printed_value", "4,19%")
        .containsEntry("value", 0.0419)
        .containsEntry("period_type", "as_of");
    assertThat(
            accepted(
                reports(),
                Map.of(
                    "indicator", "online_dossier_rate",
                    "unit_code", "000.00.00.H27",
                    "as_of", "2019-12-31",
                    "period_type", "year",
                    "numerator", "20385",
                    "denominator", "79542",
                    "value", "25,6%")))
        .containsEntry("value", 20385.0 / 79542)
        .containsEntry("printed_value", "25,6%");
  }

  @Test
  void aPrintThatIsNoPercentageIsKeptButSaysNoNumber() {
    assertThat(
            accepted(
                reports(),
                Map.of(
                    "indicator", "level4_rate",
                    "unit_code", "H47",
                    "as_of", "2020-08-20",
                    "numerator", "253",
                    "denominator", "1988",
                    "value", "khoảng 13")))
        .containsEntry("value", 253.0 / 1988)
        .containsEntry("printed_value", "khoảng 13");
  }

  @Test
  void whereTheCodeSaysNothingTheNameDoes() {
    assertThat(
            accepted(
                reports(),
                Map.of(
                    "indicator", "level4_rate",
                    "unit_code", "H99",
                    "unit_name", "Quảng Nam",
                    "parent_code", "VN",
                    "as_of", "2020-08-20")))
        .containsEntry("unit_code", "H47");
  }

  @Test
  void printedPercentages() {
    assertThat(List.of("54,53%", "1,5 %", "1,5\u00A0%", "0.909%", "100%"))
        .extracting(printed -> PrintedValue.parse(printed).orElseThrow())
        .containsExactly(0.5453, 0.015, 0.015, 0.00909, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # column   , value      , reason
          unit_code  ,            , missing_field
          unit_name  ,            , missing_field
          kind       ,            , missing_field
          unit_code  , X47.01     , unknown_unit
          unit_code  , H47        , bad_value
          kind       , province   , bad_value
          valid_from , 2020-13-01 , bad_date
          valid_to   , 1999-01-01 , bad_date
          """)
  void unitsAreRejected(String column, String value, String reason) {
    Map<String, String> cells =
        new HashMap<>(
            Map.of(
                "unit_code", "H47.01",
                "unit_name", "Sở Y tế",
                "kind", "department",
                "valid_from", "2000-01-01"));
    set(cells, column, value);
    assertThat(reasonOf(new UnitRowJudge(UNITS), cells)).isEqualTo(reason);
  }

  @Test
  void ofSeveralReasonsTheFirstInTheContractsOrderIsGiven() {
    assertThat(
            reasonOf(
                new CatalogRowJudge(UNITS),
                Map.of("unit_code", "H99", "procedure_code", "x", "service_level", "9")))
        .isEqualTo("unknown_unit");
  }

  private static ReportRowJudge reports() {
    return new ReportRowJudge(UNITS, Deployment.DEFINITIONS.indicators().keySet());
  }

  private static void set(Map<String, String> cells, String column, String value) {
    if (value == null) {
      cells.remove(column);
    } else {
      cells.put(column, value);
    }
  }

  private static String reasonOf(RowJudge judge, Map<String, String> cells) {
    RowJudge.Verdict verdict = judge.judge(new RawRow.Cells(2, cells), ORIGIN);
    return verdict instanceof RowJudge.Verdict.Rejected rejected
        ? rejected.rejection().reason().id()
        : "accepted";
  }

  private static Map<String, Object> accepted(RowJudge judge, Map<String, String> cells) {
    List<Object> values =
        ((RowJudge.Verdict.Accepted) judge.judge(new RawRow.Cells(2, cells), ORIGIN)).values();
    Map<String, Object> byColumn = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      byColumn.put(judge.columns().get(i), values.get(i));
    }
    return byColumn;
  }
}
