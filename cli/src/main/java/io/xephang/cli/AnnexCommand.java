package io.xephang.cli;

import io.xephang.cli.annex.Annex;
import io.xephang.cli.annex.AnnexReader;
import io.xephang.cli.annex.CsvAnnex;
import io.xephang.cli.annex.HtmlAnnex;
import io.xephang.cli.annex.MarkdownAnnex;
import io.xephang.cli.annex.TextAnnex;
import io.xephang.cli.annex.XlsxAnnex;
import io.xephang.home.ExitCode;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.Rankings;
import io.xephang.warehouse.Rankings.DataRange;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.Warehouse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xephang annex}: the national ranking as a letter's annex. */
@Command(
    name = "annex",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lập phụ lục xếp hạng các bộ, ngành, địa phương.",
      "Lay out the ranking of ministries and provinces as a letter's annex."
    },
    footer = {
      "",
      "Ví dụ / Example:",
      "  xephang annex --as-of 2020-08-20 --basis reported --format html -o phu-luc.html",
      "  xephang annex --indicator online_dossier_rate --period year --as-of 2020-08-20"
    })
final class AnnexCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    MD,
    CSV,
    HTML,
    XLSX
  }

  private final CommandContext context;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = "Ngày số liệu, như 2020-08-20. / Any day, such as 2020-08-20.")
  private LocalDate asOf;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      defaultValue = "level4_rate",
      description = "Chỉ số. / Indicator. (${DEFAULT-VALUE})")
  private String indicator;

  @Mixin private FigureOptions figure;

  @Option(
      names = "--format",
      paramLabel = "text|md|csv|html|xlsx",
      defaultValue = "text",
      description = "Dạng kết quả; xlsx cần -o. / Form; xlsx needs -o. (${DEFAULT-VALUE})")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  AnnexCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireWritable(file);
    if (format == Format.XLSX && file == null) {
      throw CommandFailed.wrongUsage(
          "--format xlsx: cần -o FILE, vì tệp này không phải văn bản / it needs -o FILE: it is no"
              + " text");
    }
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      Rankings rankings = warehouse.rankings();
      ServedIndicator asked =
          KnownIndicator.of(indicator, "--indicator " + indicator, rankings.indicators());
      RankingQuestion question = figure.question(asked, asOf);
      Optional<Annex> annex = new AnnexReader(rankings).read(question, asked);
      if (annex.isEmpty()) {
        throw CommandFailed.failed(nothingHolds(rankings, question));
      }
      if (format == Format.XLSX) {
        ResultFile.replace(context, file, part -> workbook(annex.get(), part));
      } else {
        ResultFile.write(context, file, out -> render(annex.get(), out));
      }
    }
    return ExitCode.DONE;
  }

  private void render(Annex annex, Writer out) throws IOException {
    switch (format) {
      case TEXT -> TextAnnex.write(annex, out);
      case MD -> MarkdownAnnex.write(annex, out);
      case CSV -> CsvAnnex.write(annex, out);
      case HTML -> HtmlAnnex.write(annex, out);
      case XLSX -> throw new IllegalStateException("a workbook is no text");
    }
  }

  private static void workbook(Annex annex, Path part) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      XlsxAnnex.write(annex, out);
    }
  }

  private static String nothingHolds(Rankings rankings, RankingQuestion question)
      throws SQLException {
    String asked =
        question.indicator() + " (" + question.basis().id() + ", " + question.periodType().id();
    Basis other = question.basis() == Basis.COMPUTED ? Basis.REPORTED : Basis.COMPUTED;
    return "không có số liệu / no data: "
        + asked
        + ") "
        + question.asOf()
        + "; "
        + available(rankings, question)
        + "; "
        + available(
            rankings,
            new RankingQuestion(
                question.indicator(), question.asOf(), other, question.periodType()));
  }

  private static String available(Rankings rankings, RankingQuestion question) throws SQLException {
    Optional<DataRange> range = rankings.range(question);
    String basis = "--basis " + question.basis().name().toLowerCase(Locale.ROOT) + ": ";
    return basis
        + range
            .map(
                days ->
                    "có từ / there is from " + days.first() + ", mới nhất / newest " + days.last())
            .orElse("không có / none");
  }
}
