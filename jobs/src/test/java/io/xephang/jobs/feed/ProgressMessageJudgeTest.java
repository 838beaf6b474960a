package io.xephang.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.feed.rows.RawRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressMessageJudgeTest {
  private static final ProgressMessageJudge JUDGE = new ProgressMessageJudge();
  private static final Origin DELIVERED = new Origin(LocalDate.of(2020, 9, 30));

  @Test
  void aStepSaysItsTimes() {
    assertThat(JUDGE.columns())
        .containsExactly(
            "delivery_date", "dossier_code", "status", "step_at", "started_at", "due_at");
    assertThat(
            judge(
                Map.of(
                    "MaHoSo", "H47.14-1",
                    "TrangThai", "4",
                    "ThoiDiemXuLy", "20200918143000",
                    "NgayBatDau", "202009180700",
                    "NgayKetThucTheoQuyDinh", "20201001")))
        .isEqualTo(
            new RowJudge.Verdict.Accepted(
                Arrays.asList(
                    LocalDate.of(2020, 9, 30),
                    "H47.14-1",
                    4,
                    LocalDateTime.of(2020, 9, 18, 14, 30),
                    LocalDateTime.of(2020, 9, 18, 7, 0),
                    LocalDateTime.of(2020, 10, 1, 0, 0))));
  }

  @Test
  void aStepNeedsItsDossierOnly() {
    assertThat(judge(Map.of("MaHoSo", "bất kỳ")))
        .isEqualTo(
            new RowJudge.Verdict.Accepted(
                Arrays.asList(LocalDate.of(2020, 9, 30), "bất kỳ", null, null, null, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NoField                | x        | MISSING_FIELD  | MaHoSo is empty, expected a value
          ThoiDiemXuLy           | 20200230 | BAD_DATE       | found ThoiDiemXuLy '20200230', expected a date like 20200918143000, 202009181430 or 20200918
          NgayBatDau             | hôm nay  | BAD_DATE       | found NgayBatDau 'hôm nay', expected a date like 20200918143000, 202009181430 or 20200918
          NgayKetThucTheoQuyDinh | 2020     | BAD_DATE       | found NgayKetThucTheoQuyDinh '2020', expected a date like 20200918143000, 202009181430 or 20200918
          TrangThai              | 11       | UNKNOWN_STATUS | found TrangThai '11', expected 1 to 10 or nothing
          """)
  void isRejected(String field, String value, Reason reason, String detail) {
    Map<String, String> cells =
        field.equals("NoField") ? Map.of() : Map.of("MaHoSo", "H47-1", field, value);
    assertThat(judge(cells))
        .isEqualTo(new RowJudge.Verdict.Rejected(new Rejection(reason, detail)));
  }

  private static RowJudge.Verdict judge(Map<String, String> cells) {
    return JUDGE.judge(new RawRow.Cells(1, cells), DELIVERED);
  }
}
