package io.xephang.cli;

import io.xephang.reports.template.ReportName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** What every report is asked with. */
final class DocumentOptions {
  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = "Ngày số liệu, như 2020-08-20. / Any day, such as 2020-08-20.")
  private LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "docx|pdf",
      defaultValue = "docx",
      description = {
        "Dạng tài liệu; pdf cần LibreOffice. (${DEFAULT-VALUE})",
        "Form of the document; pdf needs LibreOffice."
      })
  private DocumentFormat format;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Tệp kết quả. / The file to write.")
  private Path file;

  @Option(
      names = "--letter",
      paramLabel = "NUMBER",
      description = {
        "Số, ký hiệu văn bản, như 3485/BTTTT-THH; mặc định theo mẫu.",
        "Number of the letter; by default the template's, else dots."
      })
  private String letterNumber;

  @Option(
      names = "--letter-date",
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = {
        "Ngày văn bản, như 2020-09-10; mặc định theo mẫu.",
        "Date of the letter; by default the template's, else dots."
      })
  private LocalDate letterDate;

  LocalDate asOf() {
    return asOf;
  }

  DocumentFile prepare(CommandContext context, ReportName report)
      throws CommandFailed, IOException {
    return DocumentFile.prepare(context, report, format, file, letterNumber, letterDate);
  }
}
