package io.xephang.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.schemas.feed.Expectation;
import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.indicator.LegalBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedDefinitionsTest {
  private final Definitions shipped = Definitions.shipped();

  @Test
  void haveEveryIndicatorOfTheContract() {
    assertThat(shipped.indicators().keySet())
        .contains(
            "arising_rate",
            "digitised_rate",
            "early_rate",
            "eligible_level4_rate",
            "level34_rate",
            "level4_rate",
            "on_time_rate",
            "online_dossier_rate",
            "online_payment_rate",
            "overdue_open_rate",
            "portal_integration_rate",
            "resolution_rate");
  }

  @Test
  void computeEveryIndicatorOfTheContract() {
    Map<String, String> computed =
        shipped.indicators().values().stream()
            .filter(indicator -> indicator.computation().isPresent())
            .collect(
                Collectors.toMap(
                    Indicator::id,
                    indicator -> {
                      Computation how = indicator.computation().orElseThrow();
                      return how.rows().id() + ": " + how.numerator() + " / " + how.denominator();
                    }));

    assertThat(computed)
        .as("the indicators of the contract, section 2")
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("level4_rate", "catalog: service_level = 4 / true"),
                Map.entry("level34_rate", "catalog: service_level >= 3 / true"),
                Map.entry(
                    "portal_integration_rate",
                    "catalog: service_level >= 3 AND on_national_portal / service_level >= 3"),
                Map.entry(
                    "eligible_level4_rate",
                    "catalog: eligible_level4 AND service_level = 4 / eligible_level4"),
                Map.entry(
                    "arising_rate", "services_of_period: online_dossiers > 0 / service_level >= 3"),
                Map.entry(
                    "online_dossier_rate",
                    "dossiers_received: channel = 'online' / service_level >= 3"),
                Map.entry("on_time_rate", "dossiers_finished: on_time / due_at IS NOT NULL"),
                Map.entry("early_rate", "dossiers_finished: early / due_at IS NOT NULL"),
                Map.entry(
                    "resolution_rate",
                    "dossiers_to_finish: true / finished_at IS NOT NULL OR status < 7"),
                Map.entry(
                    "overdue_open_rate",
                    "dossiers_open: true / finished_at IS NOT NULL OR status < 7"),
                Map.entry("online_payment_rate", "dossiers_received: paid_online / fee > 0"),
                Map.entry("digitised_rate", "dossiers_received: digitised / true")));
    assertThat(shipped.indicators().keySet())
        .as("every indicator has a computation")
        .isEqualTo(new TreeSet<>(computed.keySet()));
  }

  @Test
  void rankOnlyOverdueDossiersFromTheLowest() {
    assertThat(
            shipped.indicators().values().stream()
                .filter(indicator -> indicator.direction() == Direction.LOWER_IS_BETTER)
                .map(Indicator::id))
        .containsExactly("overdue_open_rate");
  }

  @Test
  void nameTheLawOfEveryIndicatorOnEveryDay() {
    assertThat(shipped.indicators().values())
        .allSatisfy(
            indicator ->
                assertThat(
                        Validity.joined(
                            indicator.legalBasis().stream().map(LegalBasis::validity).toList()))
                    .as("the legal basis of %s has no gap", indicator.id())
                    .containsExactly(Validity.ALWAYS));
  }

  @Test
  void markWhereLevelsBecamePartialAndFull() {
    assertThat(
            shipped.indicators().values().stream()
                .filter(indicator -> !indicator.definitionChanges().isEmpty())
                .collect(
                    Collectors.toMap(
                        Indicator::id, indicator -> indicator.definitionChanges().get(0).date())))
        .as("Nghị định 42/2022/NĐ-CP changed all rates of levels on 15/8/2022")
        .isEqualTo(
            Map.of(
                "level4_rate", LocalDate.of(2022, 8, 15),
                "level34_rate", LocalDate.of(2022, 8, 15),
                "portal_integration_rate", LocalDate.of(2022, 8, 15),
                "eligible_level4_rate", LocalDate.of(2022, 8, 15)));
  }

  @Test
  void haveTheTargetsOfTheDocuments() {
    assertThat(shipped.targets())
        .extracting(
            target ->
                target.indicator()
                    + " "
                    + target.value().multiply(BigDecimal.valueOf(100)).toBigInteger()
                    + " % by "
                    + target.due())
        .containsExactly(
            "level4_rate 30 % by 2020-12-31",
            "portal_integration_rate 30 % by 2020-12-31",
            "eligible_level4_rate 100 % by 2021-12-31",
            "level34_rate 80 % by 2025-12-31",
            "portal_integration_rate 50 % by 2025-12-31");
  }

  @Test
  void haveTheFeedsOfTheContractWithItsColumns() {
    Map<String, List<String>> columns =
        shipped.feeds().values().stream()
            .collect(
                Collectors.toMap(
                    feed -> feed.id() + (feed.datedFolders() ? "/<date>" : "") + feed.table(),
                    feed -> feed.columns().stream().map(FeedColumn::name).toList()));

    assertThat(columns)
        .as("contract, section 1: folder, table and columns in the contract's order")
        .isEqualTo(
            Map.of(
                "unitsunit_row",
                List.of(
                    "unit_code",
                    "unit_name",
                    "kind",
                    "parent_code",
                    "valid_from",
                    "valid_to",
                    "aliases"),
                "reportsreport_row",
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
                    "note"),
                "catalogs/<date>catalog_row",
                List.of(
                    "unit_code",
                    "procedure_code",
                    "procedure_name",
                    "field_code",
                    "field_name",
                    "admin_level",
                    "service_level",
                    "eligible_level4",
                    "on_national_portal",
                    "run_by_ministry",
                    "has_fee",
                    "max_days"),
                "dossiers/<date>dossier_message",
                List.of(
                    "MaHoSo",
                    "MaTTHC",
                    "NgayTiepNhan",
                    "TrangThaiHoSo",
                    "NgayHenTra",
                    "NgayKetThucXuLy",
                    "NgayTra",
                    "KenhThucHien",
                    "DonViXuLy",
                    "LoaiDoiTuong",
                    "DuocThanhToanTrucTuyen",
                    "HoSoCoThanhPhanSoHoa",
                    "DanhSachLePhi",
                    "Gia"),
                "progress/<date>progress_step",
                List.of(
                    "MaHoSo",
                    "TrangThai",
                    "ThoiDiemXuLy",
                    "NgayBatDau",
                    "NgayKetThucTheoQuyDinh")));
  }

  @Test
  void expectReportsBeforeThe20thAndACatalogEveryQuarter() {
    assertThat(shipped.feed("reports").expected())
        .as("Công văn 3485: trước ngày 20 hàng tháng")
        .contains(new Expectation(Optional.of(20), Optional.empty()));
    assertThat(shipped.feed("catalogs").expected())
        .contains(new Expectation(Optional.empty(), Optional.of(92)));
    assertThat(shipped.feed("units").expected()).as("whenever it likes").isEmpty();
  }

  @Test
  void sayWhatThereIsWhenAskedForSomethingElse() {
    assertThat(shipped.indicator("level4_rate").name().vi())
        .isEqualTo("Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4");
    assertThat(shipped.table("unit").columnNames()).startsWith("unit_code", "unit_name");
    assertThatThrownBy(() -> shipped.feed("report"))
        .hasMessage(
            "there is no feed 'report'; there are [catalogs, dossiers, progress, reports, units]");
  }
}
