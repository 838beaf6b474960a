package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.CsvAnnex;
import io.xephang.reports.annex.HtmlAnnex;
import io.xephang.reports.annex.MarkdownAnnex;
import io.xephang.reports.annex.TextAnnex;
import io.xephang.reports.annex.XlsxAnnex;
import io.xephang.reports.content.NationalRanking;
import io.xephang.reports.template.ReportName;
import io.xephang.warehouse.Warehouse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
      "  xephang annex --indicator online_dossier_rate --period year --as-of 2019-12-31"
    })
final class AnnexCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    MD,
    CSV,
    HTML,
    XLSX,
    DOCX,
    PDF
  }

  private final CommandContext context;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = "Ngày số liệu, như 2020-08-20. / Any day, such as 2020-08-20.")
  private LocalDate asOf;

  @Mixin private AnnexOptions annex;
  @Mixin private PublicationOption publication;

  @Option(
      names = "--format",
      paramLabel = "text|md|csv|html|xlsx|docx|pdf",
      defaultValue = "text",
      description = {
        "Dạng kết quả; xlsx, docx và pdf cần -o, pdf cần LibreOffice. (${DEFAULT-VALUE})",
        "Form of the result; xlsx, docx and pdf need -o, pdf needs LibreOffice."
      })
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
    ResultFile.requireFittingName(file, format, List.of(Format.values()));
    Optional<DocumentFile> document = document();
    if (document.isEmpty()) {
      ResultFile.requireWritable(context.home(), file);
    }
    if (format == Format.XLSX && file == null) {
      throw CommandFailed.wrongUsage(
          "--format xlsx: cần -o FILE, vì tệp này không phải văn bản / it needs -o FILE: it is no"
              + " text");
    }
    try (Warehouse warehouse = publication.open(context)) {
      Annex asked = annex.read(warehouse.rankings(), asOf);
      if (document.isPresent()) {
        document.get().write(NationalRanking.of(asked));
      } else if (format == Format.XLSX) {
        ResultFile.replace(context, file, part -> workbook(asked, part));
      } else {
        ResultFile.write(context, file, out -> render(asked, out));
      }
    }
    return ExitCode.DONE;
  }

  /** The annex as {@code report national} writes it, numbered as its template says. */
  private Optional<DocumentFile> document() throws CommandFailed, IOException {
    DocumentFormat asked =
        switch (format) {
          case DOCX -> DocumentFormat.DOCX;
          case PDF -> DocumentFormat.PDF;
          case TEXT, MD, CSV, HTML, XLSX -> null;
        };
    return asked == null
        ? Optional.empty()
        : Optional.of(DocumentFile.prepare(context, ReportName.NATIONAL, asked, file, null, null));
  }

  private void render(Annex annex, Writer out) throws IOException {
    switch (format) {
      case TEXT -> TextAnnex.write(annex, out);
      case MD -> MarkdownAnnex.write(annex, out);
      case CSV -> CsvAnnex.write(annex, out);
      case HTML -> HtmlAnnex.write(annex, out);
      case XLSX, DOCX, PDF -> throw new IllegalStateException("it is no text");
    }
  }

  private static void workbook(Annex annex, Path part) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      XlsxAnnex.write(annex, out);
    }
  }
}
