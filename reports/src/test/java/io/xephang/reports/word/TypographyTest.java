package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tilde stands for a space that no line may end at. */
class TypographyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Công văn số 3485/BTTTT-THH ngày 10/9/2020 | Công văn số~3485/BTTTT-THH ngày~10/9/2020
          ngày 10 tháng 9 năm 2020                  | ngày~10 tháng~9 năm~2020
          ngày … tháng … năm …                      | ngày~… tháng~… năm~…
          mức độ 3, mức độ 4                        | mức độ~3, mức độ~4
          05 bộ, 22 tỉnh dưới 10%                   | 05~bộ, 22~tỉnh dưới 10%
          còn thiếu 17,27 điểm phần trăm            | còn thiếu 17,27~điểm phần trăm
          Bà Rịa - Vũng Tàu                         | Bà Rịa~- Vũng Tàu
          1/8/2020 – 31/8/2020                      | 1/8/2020~– 31/8/2020
          quý IV/2020, Phụ lục I                    | quý~IV/2020, Phụ lục I
          Huyện Năm Căn                             | Huyện Năm Căn
          trực thuộc Trung ương                     | trực thuộc Trung~ương
          """)
  void noLineEndsWithinADateOrBeforeADash(String written, String bound) {
    assertThat(Typography.of(written).replace('\u00A0', '~')).isEqualTo(bound);
  }
}
