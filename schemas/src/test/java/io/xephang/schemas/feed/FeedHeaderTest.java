package io.xephang.schemas.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedHeaderTest {
  private final Definitions shipped = Definitions.shipped();

  @ParameterizedTest
  @CsvSource({
    "procedure_code,     procedure_code", // the contract's own name
    "PROCEDURE_CODE,     procedure_code",
    "Mã TTHC,            procedure_code", // as officials write it
    "MÃ  TTHC,           procedure_code", // case and spaces do not matter
    "Tên TTHC,           procedure_name",
    "Lĩnh vực,           field_name",
    "Cấp thực hiện,      admin_level",
    "Mức độ,             service_level",
    "Đủ điều kiện mức độ 4, eligible_level4",
  })
  void readsTheHeadersOfficialsWrite(String cell, String column) {
    FeedHeader catalogs = shipped.feed("catalogs").header();

    assertThat(catalogs.words().columnOf(cell).map(FeedColumn::name)).contains(column);
    assertThat(
            catalogs
                .words()
                .columnOf(Normalizer.normalize(cell, Normalizer.Form.NFD))
                .map(FeedColumn::name))
        .as("'%s' in NFD", cell)
        .contains(column);
  }

  @Test
  void leavesAHeaderThatMeansNoColumnAlone() {
    assertThat(shipped.feed("catalogs").header().words().columnOf("STT")).isEmpty();
    assertThat(shipped.feed("catalogs").header().words().columnOf("")).isEmpty();
    assertThat(shipped.feed("units").header().words().columnOf("Mã TTHC"))
        .as("a header of another feed")
        .isEmpty();
  }

  @Test
  void readsEverySpellingThatTheDefinitionsList() {
    assertThat(shipped.feeds().values())
        .allSatisfy(
            feed ->
                assertThat(feed.columns())
                    .allSatisfy(
                        column ->
                            assertThat(column.allSpellings())
                                .allSatisfy(
                                    spelling ->
                                        assertThat(feed.header().words().columnOf(spelling))
                                            .as("%s of the feed %s", spelling, feed.id())
                                            .contains(column))));
  }

  @Test
  void requiresWhatTheContractRequires() {
    assertThat(required("catalogs")).containsExactly("unit_code", "procedure_code");
    assertThat(required("reports")).containsExactly("indicator", "as_of");
    assertThat(required("units")).containsExactly("unit_code", "unit_name", "kind");
  }

  private List<String> required(String feed) {
    return shipped.feed(feed).columns().stream()
        .filter(FeedColumn::required)
        .map(FeedColumn::name)
        .toList();
  }
}
