package io.xephang.cli;

import io.xephang.warehouse.Basis;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Which of an indicator's figures is meant: the same options wherever figures are asked for. */
final class FigureOptions {
  @Option(
      names = "--period",
      paramLabel = "month|quarter|year",
      description = {
        "Loại kỳ chứa ngày đó; mặc định theo chỉ số.",
        "Kind of period that the day lies in; by default the indicator's."
      })
  private Period period;

  @Option(
      names = "--basis",
      paramLabel = "computed|reported",
      defaultValue = "computed",
      description =
          "Tính từ dữ liệu gốc hay theo báo cáo. / Computed or as reported. (${DEFAULT-VALUE})")
  private Basis basis;

  /** The question that they ask about an indicator and a day. */
  RankingQuestion question(ServedIndicator indicator, LocalDate day) {
    return new RankingQuestion(
        indicator.id(), day, basis, period == null ? indicator.defaultPeriodType() : period.type());
  }
}
