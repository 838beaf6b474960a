package io.xephang.reports.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package without the time of its making: POI stamps every part with the clock. */
final class StableZip {
  /** The first day that a zip file can name. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StableZip() {}

  /** Writes a package. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Content content, OutputStream out) throws IOException {
    ByteArrayOutputStream stamped = new ByteArrayOutputStream();
    content.writeTo(stamped);
    // Not closed: the stream is the caller's.
    ZipOutputStream stable = new ZipOutputStream(out);
    try (ZipInputStream parts =
        new ZipInputStream(new ByteArrayInputStream(stamped.toByteArray()))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(FIRST_DAY);
        stable.putNextEntry(same);
        parts.transferTo(stable);
        stable.closeEntry();
      }
    }
    stable.finish();
  }
}
