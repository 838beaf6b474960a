package io.xephang.cli;

import io.xephang.cli.explain.ExplanationJson;
import io.xephang.cli.explain.ExplanationText;
import io.xephang.home.ExitCode;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.Explanations;
import io.xephang.warehouse.Explanations.ValueRange;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.Units.NamedUnit;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang explain}: why a figure is what it is. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Giải thích một số liệu: công thức và căn cứ pháp lý, các số đếm, thủ tục và tệp nguồn.",
      "Explain a figure: formula and legal basis, counts, the procedures and files behind them,",
      "dossiers one by one."
    },
    footer = {
      "",
      "Mã thoát / Exit codes: 0 đếm lại khớp / counted again, it agrees; 1 ngày đó không có số liệu /",
      "no value on that day; 2 không rõ đơn vị / unit not known; 3 đếm lại KHÔNG khớp / it does NOT.",
      "",
      "Ví dụ / Example:",
      "  xephang explain level4_rate H47 2020-08-20",
      "  xephang explain level4_rate \"Quảng Nam\" 2020-08-20 --basis reported",
      "  xephang explain level4_rate H47.14 2020-08-20 --all -o h47-14.txt",
      "  xephang explain on_time_rate H27 2019-12-31 --period quarter"
    })
final class ExplainCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "INDICATOR", description = "Chỉ số. / Indicator.")
  private String indicator;

  @Parameters(
      index = "1",
      paramLabel = "UNIT",
      description = {
        "Mã (H47.14, 000.00.14.H47) hoặc tên đơn vị; VN, VN.province, VN.ministry: cả nước.",
        "Code or name of a unit; VN, VN.province, VN.ministry: the nation."
      })
  private String unit;

  @Parameters(
      index = "2",
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = "Ngày bất kỳ, như 2020-08-20. / Any day, such as 2020-08-20.")
  private LocalDate day;

  @Mixin private FigureOptions figure;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = {
        "Dạng kết quả; json luôn liệt kê đủ, trừ từng hồ sơ. (${DEFAULT-VALUE})",
        "Form of the result; json always lists everything but single dossiers."
      })
  private Format format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Số dòng của mỗi bảng dài. / Rows of each long table. (${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--all", description = "Liệt kê tất cả. / List everything.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireWritable(context.home(), file);
    if (limit < 0) {
      throw CommandFailed.wrongUsage("--limit " + limit + ": cần số không âm / expected 0 or more");
    }
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      ServedIndicator asked =
          KnownIndicator.of(indicator, indicator, warehouse.rankings().indicators());
      NamedUnit meant = KnownUnit.of(unit, warehouse.units());
      RankingQuestion question = figure.question(asked, day);
      Explanations explanations = warehouse.explanations();
      Optional<Explanation> explanation = explanations.of(question, meant.code(), rows());
      if (explanation.isEmpty()) {
        throw CommandFailed.failed(nothingHolds(explanations, question, meant));
      }
      ResultFile.tell(context, file, out -> render(explanation.get(), out));
      return verdict(explanation.get());
    }
  }

  private int rows() {
    return all ? Integer.MAX_VALUE : limit;
  }

  private void render(Explanation explanation, Writer out) throws IOException {
    switch (format) {
      case TEXT -> ExplanationText.write(explanation, rows(), out);
      case JSON -> ExplanationJson.write(explanation, out);
    }
  }

  private int verdict(Explanation explanation) {
    if (explanation.agrees()) {
      return ExitCode.DONE;
    }
    context
        .err()
        .println(
            "xephang: đếm lại không khớp với số công bố, hãy chạy xephang verify / counted again, it"
                + " is not what was published: run xephang verify");
    return ExitCode.CHECK_FAILED;
  }

  private static String nothingHolds(
      Explanations explanations, RankingQuestion question, NamedUnit unit) throws SQLException {
    ExplainedUnit known = explanations.unit(unit.code(), question.asOf());
    Basis other = question.basis() == Basis.COMPUTED ? Basis.REPORTED : Basis.COMPUTED;
    return "không có số liệu / no data: "
        + question.indicator()
        + " ("
        + question.basis().id()
        + ", "
        + question.periodType().id()
        + ") "
        + unit.code()
        + " "
        + DisplayText.of(unit.name())
        + " "
        + question.asOf()
        + (known.exists() ? "" : "; " + existence(known))
        + (known.listed() || question.periodType() != PeriodType.AS_OF
            ? ""
            : "; cơ quan không đưa vào thống kê / the annex leaves it out")
        + (question.basis() == Basis.COMPUTED && question.periodType() != PeriodType.AS_OF
            ? "; không có gì trong mẫu số của kỳ / nothing counts in the denominator of that period"
            : "")
        + "; "
        + available(explanations, question, unit)
        + "; "
        + available(
            explanations,
            new RankingQuestion(
                question.indicator(), question.asOf(), other, question.periodType()),
            unit);
  }

  private static String existence(ExplainedUnit unit) {
    return "đơn vị có trong thời gian / the unit exists "
        + (unit.validFrom() == null ? "…" : unit.validFrom())
        + " – "
        + (unit.validTo() == null ? "…" : unit.validTo());
  }

  private static String available(
      Explanations explanations, RankingQuestion question, NamedUnit unit) throws SQLException {
    Optional<ValueRange> range = explanations.range(question, unit.code());
    return "--basis "
        + question.basis().id()
        + ": "
        + range
            .map(
                days ->
                    "có từ / there is from "
                        + days.first()
                        + (days.last() == null ? "" : " đến / to " + days.last())
                        + ", mới nhất / newest "
                        + days.newestData())
            .orElse("không có / none");
  }
}
