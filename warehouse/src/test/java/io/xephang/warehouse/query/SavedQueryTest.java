package io.xephang.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.schemas.InvalidDefinition;
import io.xephang.warehouse.Measure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedQueryTest {
  private static final String FILE =
      """
      /*
      title: {vi: "Đơn vị", en: "Units"}
      description: {vi: "Các đơn vị.", en: "The units."}
      measures: {share: fraction}
      asked_by: "Công văn 3485"
      parameters:
        - {name: limit, type: count, default_value: "10", vi: "Số dòng", en: "How many"}
      */
      SELECT *
      FROM unit
      LIMIT $limit
      """;

  @Test
  void aFileIsACommentAndASelect() {
    SavedQuery query = SavedQuery.parse("units.sql", FILE);
    assertThat(query.name()).isEqualTo("units");
    assertThat(query.title().vi()).isEqualTo("Đơn vị");
    assertThat(query.measures()).isEqualTo(Map.of("share", Measure.FRACTION));
    assertThat(query.sql()).isEqualTo("SELECT *\nFROM unit\nLIMIT $limit");
    QueryParameter limit = query.parameters().get(0);
    assertThat(limit.type()).isEqualTo(ParameterType.COUNT);
    assertThat(limit.defaultValue()).isEqualTo(Optional.of("10"));
    assertThat(limit.optional()).isFalse();
  }

  /** Lines are those of the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/* | -- | a.sql: expected a comment /* … */ at its beginning",
        "asked_by | asked_for | a.sql: 'asked_by' is missing",
        "count, default | count, standard: 1, default | a.sql: line 7: in 'parameters[0]': unknown key"
            + " 'standard', expected one of [choices,",
        "type: count | type: number | a.sql: line 7: in 'parameters[0].type': found 'number', expected one of [date,",
        "\"10\" | ten | a.sql: line 7: in 'parameters[0]': 'default_value' is 'ten', expected số nguyên",
        "type: count | type: choice | a.sql: line 7: in 'parameters[0]': 'choices' go with the type choice",
        "type: count | type: count, optional: true | a.sql: line 7: in 'parameters[0]': expected either"
            + " 'default_value' or 'optional'",
        "fraction | percent | a.sql: line 4: in 'measures.share': found 'percent', expected one of [fraction,",
      })
  void aBrokenFileIsRefusedWithItsLine(String text, String replaced, String message) {
    assertThatThrownBy(() -> SavedQuery.parse("a.sql", FILE.replace(text, replaced)))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageStartingWith(message);
  }
}
