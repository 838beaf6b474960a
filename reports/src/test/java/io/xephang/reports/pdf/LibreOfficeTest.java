package io.xephang.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs of a few lines stand where LibreOffice would, except in the last test. */
class LibreOfficeTest {
  @TempDir Path folder;

  @Test
  void whoHasNoneIsToldHowItIsInstalled() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(
            () -> LibreOffice.installed(Map.of("XEPHANG_SOFFICE", empty.resolve("x").toString())))
        .hasMessageContaining("is no program");
    assumeTrue(
        !Files.exists(Path.of("/Applications/LibreOffice.app")),
        "a Mac that has LibreOffice is not without it, whatever its PATH");
    assertThatThrownBy(() -> LibreOffice.installed(Map.of("PATH", empty.toString())))
        .isInstanceOf(PdfFailed.class)
        .hasMessageContaining("apt install libreoffice-writer-nogui")
        .hasMessageContaining("--format docx")
        .hasMessageContaining("XEPHANG_SOFFICE");
  }

  @Test
  void theProgramOnThePathGetsAProfileOfItsOwn() throws Exception {
    // It writes what it was called with to where the PDF is looked for.
    program("soffice", "for last; do :; done\nprintf '%s\\n' \"$@\" > \"${last%.docx}.pdf\"");
    LibreOffice found = LibreOffice.installed(Map.of("PATH", "/nowhere:" + folder));
    // Names that a shell or an address would take apart.
    Path docx = Files.writeString(folder.resolve("a b; $(c) #%41.docx"), "x");
    Path pdf = folder.resolve("đ.pdf");
    found.convert(docx, pdf);
    List<String> arguments = Files.readAllLines(pdf);
    assertThat(arguments.get(0)).startsWith("-env:UserInstallation=file:///").endsWith("/profile");
    assertThat(arguments)
        .containsSubsequence("--headless", "--norestore", "--convert-to", "pdf:writer_pdf_Export");
    assertThat(arguments.get(arguments.size() - 1)).endsWith("/document.docx");
    assertThat(Path.of(arguments.get(arguments.size() - 1)).getParent())
        .as("nothing is left behind")
        .doesNotExist();
  }

  @Test
  void whatFailsIsSaid() throws Exception {
    Path docx = Files.writeString(folder.resolve("a.docx"), "x");
    Path pdf = folder.resolve("a.pdf");
    LibreOffice failing =
        new LibreOffice(program("failing", "echo no display >&2; exit 77"), Duration.ofSeconds(30));
    assertThatThrownBy(() -> failing.convert(docx, pdf))
        .isInstanceOf(PdfFailed.class)
        .hasMessageContaining("77")
        .hasMessageContaining("no display");
    LibreOffice idle = new LibreOffice(program("idle", "exit 0"), Duration.ofSeconds(30));
    assertThatThrownBy(() -> idle.convert(docx, pdf)).hasMessageContaining("made no PDF");
    assertThat(pdf).doesNotExist();
  }

  @Test
  @Timeout(60)
  void whatHangsIsStoppedWithItsChildren() throws Exception {
    Path docx = Files.writeString(folder.resolve("a.docx"), "x");
    Path child = folder.resolve("child");
    LibreOffice hanging =
        new LibreOffice(
            program("hanging", "sleep 600 &\necho $! > '" + child + "'\nwait"),
            Duration.ofSeconds(2));
    assertThatThrownBy(() -> hanging.convert(docx, folder.resolve("a.pdf")))
        .isInstanceOf(PdfFailed.class)
        .hasMessageContaining("took too long and was stopped");
    long pid = Long.parseLong(Files.readString(child).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
        .as("the process that the program had started")
        .isEmpty();
  }

  @Test
  void aRealOneMakesARealPdf() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
        "LibreOffice is not installed");
    Path docx = folder.resolve("real.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(docx)) {
      document.createParagraph().createRun().setText("PHỤ LỤC");
      document.write(out);
    }
    Path pdf = folder.resolve("real.pdf");
    LibreOffice.installed(System.getenv()).convert(docx, pdf);
    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
  }

  private Path program(String name, String script) throws Exception {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }
}
