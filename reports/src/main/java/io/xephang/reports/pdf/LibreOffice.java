package io.xephang.reports.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program that makes PDF files of documents. It runs as a process of its own without a shell,
 * with a profile folder of its own: one that somebody else is using would answer instead, or wait
 * for it.
 */
public final class LibreOffice {
  /** Names it where it is not on the path. */
  public static final String VARIABLE = "XEPHANG_SOFFICE";

  private static final List<String> NAMES = List.of("soffice", "libreoffice");
  private static final Path ON_MACOS =
      Path.of("/Applications/LibreOffice.app/Contents/MacOS/soffice");

  /** A first start makes a profile; some documents need seconds, none minutes. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int SHOWN_OUTPUT = 500;
  private static final int END_SECONDS = 5;

  private final Path program;
  private final Duration limit;

  LibreOffice(Path program, Duration limit) {
    this.program = program;
    this.limit = limit;
  }

  /**
   * The installed program.
   *
   * @param environment of this process
   * @throws PdfFailed if there is none; says how it is installed
   */
  public static LibreOffice installed(Map<String, String> environment) throws PdfFailed {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new PdfFailed(
            VARIABLE + "=" + named + ": không phải chương trình chạy được / is no program");
      }
      return new LibreOffice(program, LIMIT);
    }
    return onPath(environment.getOrDefault("PATH", ""))
        .or(() -> Optional.of(ON_MACOS).filter(Files::isExecutable))
        .map(program -> new LibreOffice(program, LIMIT))
        .orElseThrow(
            () ->
                new PdfFailed(
                    "chưa có LibreOffice để tạo PDF. Cài đặt: apt install libreoffice-writer-nogui"
                        + " fonts-liberation (Debian, Ubuntu; Debian 12: fonts-liberation2), dnf install libreoffice-writer"
                        + " (Fedora), brew install --cask libreoffice (macOS); hoặc đặt "
                        + VARIABLE
                        + " là đường dẫn tới soffice; hoặc dùng --format docx / PDF needs"
                        + " LibreOffice: install it as said, let "
                        + VARIABLE
                        + " name soffice, or use --format docx"));
  }

  private static Optional<Path> onPath(String path) {
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Makes a PDF file of a Word document.
   *
   * @param pdf replaced if it is there
   * @throws PdfFailed if the program fails or takes more than two minutes
   */
  public void convert(Path docx, Path pdf) throws PdfFailed, IOException, InterruptedException {
    Path work = Files.createTempDirectory("xephang-pdf");
    try {
      // A name of ours: the program takes names for addresses, and some for options.
      Path source = Files.copy(docx, work.resolve("document.docx"));
      Path log = work.resolve("log");
      run(source, work, log);
      Path made = work.resolve("document.pdf");
      if (!Files.exists(made)) {
        throw new PdfFailed("LibreOffice không tạo được PDF / made no PDF: " + output(log));
      }
      Files.move(made, pdf, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(work);
    }
  }

  private void run(Path source, Path work, Path log)
      throws PdfFailed, IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--nologo",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                work.toString(),
                source.toString())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new PdfFailed(program + ": không chạy được / cannot be started: " + e.getMessage());
    }
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PdfFailed(
            "LibreOffice chạy quá "
                + limit.toSeconds()
                + " giây nên đã bị dừng / took too long and was stopped");
      }
      if (process.exitValue() != 0) {
        throw new PdfFailed(
            "LibreOffice báo lỗi, mã " + process.exitValue() + " / failed: " + output(log));
      }
    } finally {
      stop(process);
    }
  }

  /** The program is a script that starts another one. */
  private static void stop(Process process) throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle child : children) {
      child.destroyForcibly();
      // What is being written to its folder would not let the folder be removed.
      child.onExit().completeOnTimeout(child, END_SECONDS, TimeUnit.SECONDS).join();
    }
    process.waitFor();
  }

  private static String output(Path log) throws IOException {
    String all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
    return all.length() > SHOWN_OUTPUT ? all.substring(all.length() - SHOWN_OUTPUT) : all;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
