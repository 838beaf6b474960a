package io.xephang.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as bytes, good ones and broken ones. */
public final class Xlsx {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private Xlsx() {}

  /** A workbook with one sheet of texts. */
  public static byte[] of(String[]... rows) {
    return written(workbook -> fill(workbook.createSheet("Danh mục"), rows));
  }

  /** A workbook as the test makes it. */
  public static byte[] written(Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      content.accept(workbook);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An old workbook with the same sheet as {@link #of}. */
  public static byte[] old(String[]... rows) {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      fill(workbook.createSheet("Danh mục"), rows);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes texts from the sheet's first cell on; an empty text is no cell. */
  public static void fill(Sheet sheet, String[]... rows) {
    for (int i = 0; i < rows.length; i++) {
      Row row = sheet.createRow(i);
      for (int j = 0; j < rows[i].length; j++) {
        if (!rows[i][j].isEmpty()) {
          row.createCell(j).setCellValue(rows[i][j]);
        }
      }
    }
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  /** A workbook whose only sheet has this XML between its tags. */
  public static byte[] ofXml(String sheetXml) {
    return ofSheet(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + sheetXml
            + "</worksheet>");
  }

  /** A workbook whose only sheet is this document. */
  public static byte[] ofSheet(String document) {
    return withPart(
        of(new String[] {"x"}), SHEET, out -> out.write(document.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a part is made of. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** A workbook with another part, or with another content of one that it has. */
  public static byte[] withPart(byte[] workbook, String part, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(part)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(part));
      content.write(out);
      out.finish();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zip archive with parts of these names, each holding its name. */
  public static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
      out.finish();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same workbook behind a password. */
  public static byte[] locked(byte[] workbook) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("mật khẩu");
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(workbook);
      }
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
