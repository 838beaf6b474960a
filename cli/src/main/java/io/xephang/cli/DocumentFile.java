package io.xephang.cli;

import io.xephang.reports.content.ReportContent;
import io.xephang.reports.pdf.LibreOffice;
import io.xephang.reports.pdf.PdfFailed;
import io.xephang.reports.template.InvalidTemplate;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.ReportTemplate;
import io.xephang.reports.template.ReportTemplates;
import io.xephang.reports.word.WordReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A document that a command writes to a file. */
final class DocumentFile {
  private final CommandContext context;
  private final ReportTemplate template;
  private final Optional<LibreOffice> converter;
  private final Path file;

  private DocumentFile(
      CommandContext context, ReportTemplate template, Optional<LibreOffice> converter, Path file) {
    this.context = context;
    this.template = template;
    this.converter = converter;
    this.file = file;
  }

  /**
   * Looks at everything that may be wrong before any figure is asked for: the template, the file,
   * the program that makes PDF files.
   *
   * @param file null is refused: a document is no text
   * @param letterNumber null = as the template says
   * @param letterDate null = as the template says
   * @throws CommandFailed if one of them will not do
   */
  static DocumentFile prepare(
      CommandContext context,
      ReportName report,
      DocumentFormat format,
      Path file,
      String letterNumber,
      LocalDate letterDate)
      throws CommandFailed, IOException {
    if (file == null) {
      throw CommandFailed.wrongUsage(
          "cần -o FILE, vì tài liệu không phải văn bản thuần / a document needs -o FILE: it is no"
              + " plain text");
    }
    ResultFile.requireWritable(context.home(), file);
    ResultFile.requireFittingName(file, format, List.of(DocumentFormat.values()));
    try {
      return new DocumentFile(
          context,
          new ReportTemplates(context.home()).inUse(report).numbered(letterNumber, letterDate),
          format == DocumentFormat.PDF
              ? Optional.of(LibreOffice.installed(System.getenv()))
              : Optional.empty(),
          file);
    } catch (InvalidTemplate | PdfFailed e) {
      throw CommandFailed.failed(e.getMessage());
    }
  }

  void write(ReportContent content) throws Exception {
    ResultFile.replace(
        context,
        file,
        part -> {
          if (converter.isPresent()) {
            convert(content, part);
          } else {
            writeWord(content, part);
          }
        });
  }

  private void convert(ReportContent content, Path part) throws Exception {
    Path docx = Files.createTempFile("xephang", ".docx");
    try {
      writeWord(content, docx);
      converter.orElseThrow().convert(docx, part);
    } catch (PdfFailed e) {
      throw CommandFailed.failed(e.getMessage());
    } finally {
      Files.deleteIfExists(docx);
    }
  }

  private void writeWord(ReportContent content, Path docx) throws IOException {
    try (OutputStream out = Files.newOutputStream(docx)) {
      WordReport.write(template, content, out);
    }
  }
}
