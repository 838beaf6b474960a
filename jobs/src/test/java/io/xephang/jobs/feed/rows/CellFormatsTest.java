package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatsTest {
  @ParameterizedTest(name = "{0} in the format {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0                  | General             | 10
          1.0E7                 | General             | 10000000
          0.30000000000000004   | General             | 0.3
          -0.0                  | General             | 0
          -12.50                | General             | -12.5
          1234.5                | #,##0               | 1234.5
          0.5453                | 0.00%               | 54,53%
          0.5453                | 0%                  | 55%
          1                     | 0.0%                | 100,0%
          0.125                 | 0.0##%              | 12,5%
          0.5                   | 0.00" %"            | 0.5
          44063                 | dd/mm/yyyy          | 2020-08-20
          44063                 | m/d/yy              | 2020-08-20
          44063                 | [$-42A]d mmmm yyyy;@| 2020-08-20
          44063.4375            | dd/mm/yyyy hh:mm    | 2020-08-20T10:30
          44063                 | "ngày "0            | 44063
          -1                    | dd/mm/yyyy          | -1
          1E+300                | General             | 1E+300
          1E+300                | dd/mm/yyyy          | 1E+300
          #VALUE!               | General             | #VALUE!
          """)
  void saysWhatTheSheetShowsWhereItMatters(String number, String format, String text)
      throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFCellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      CellFormats formats = new CellFormats(workbook.getStylesSource(), false);
      assertThat(formats.text(number, style.getIndex())).isEqualTo(text);
    }
  }
}
