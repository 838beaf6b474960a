package io.xephang.jobs.feed.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file named .xlsx really is; senders rename files. */
final class WorkbookKind {
  private static final int MAGIC = 64;

  private WorkbookKind() {}

  /**
   * Passes XLSX workbooks only.
   *
   * @throws BrokenContent if it is something else, saying what and what to do
   */
  static void requireXlsx(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(MAGIC);
    }
    if (head.length == 0) {
      throw new BrokenContent("the file is empty");
    }
    switch (FileMagic.valueOf(head)) {
      case OLE2 -> throw new BrokenContent(ole2(file));
      case OOXML -> requireWorkbook(file);
      case XML, HTML ->
          throw new BrokenContent("it is an HTML or XML page: save it as .xlsx with Excel");
      case PDF -> throw new BrokenContent("it is a PDF document: send the workbook itself");
      default ->
          throw new BrokenContent(
              "it is no workbook (it begins with '"
                  + new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1)
                  + "'): save it as .xlsx with Excel");
    }
  }

  /** Excel wraps an encrypted workbook into the container of its old files. */
  private static String ole2(Path file) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return "it is protected with a password: remove the password";
      }
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
          ? "it is an old .xls workbook under the name .xlsx: save it as .xlsx with Excel"
          : "it is an old Office document: save it as .xlsx with Excel";
    } catch (IOException | RuntimeException e) {
      return "it is a damaged or old Office document: save it as .xlsx with Excel";
    }
  }

  private static void requireWorkbook(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw new BrokenContent("it is a binary .xlsb workbook: save it as .xlsx with Excel");
      }
      if (zip.getEntry("word/document.xml") != null) {
        throw new BrokenContent("it is a Word document (.docx): save its table as .xlsx");
      }
      if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
        throw new BrokenContent("it is an OpenDocument file (.ods): save it as .xlsx");
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw new BrokenContent("it is a zip archive without a workbook: send the workbook itself");
      }
    } catch (ZipException e) {
      throw new BrokenContent("the workbook is broken off or damaged (" + e.getMessage() + ")");
    }
  }
}
