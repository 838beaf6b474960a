package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * How large a zipped workbook may be when unpacked. Everything is unpacked once, without keeping
 * it, before anything is parsed: the sizes that a zip says of itself can be false.
 */
final class ZipLimits {
  /** Parts of a workbook; Excel writes some twenty, and one for each picture. */
  static final int MOST_PARTS = 5_000;

  /** Bytes of a sheet: a million rows of a catalog have some 500 MiB. */
  static final long LARGEST_SHEET = 1L << 30;

  /** Bytes of any other part, the shared strings among them, which are held in memory. */
  static final long LARGEST_PART = 128L << 20;

  /** Bytes of what is built up in memory as a tree: styles, content types, relationships. */
  static final long LARGEST_TREE = 8L << 20;

  private static final int BUFFER = 1 << 16;

  private ZipLimits() {}

  /**
   * Passes workbooks within the limits.
   *
   * @throws IOException if the workbook is not, or cannot be unpacked
   */
  static void require(Path file) throws IOException {
    long allowed = Math.max(Unpacking.ALWAYS_ALLOWED, Unpacking.RATIO * Files.size(file));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw new BrokenContent(
            "the workbook has " + zip.size() + " parts, more than the " + MOST_PARTS + " it may");
      }
      byte[] buffer = new byte[BUFFER];
      long unpacked = 0;
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        long limit = limit(entry.getName());
        try {
          unpacked += unpacked(zip, entry, Math.min(allowed - unpacked, limit), buffer);
        } catch (Unpacking.TooLarge e) {
          throw allowed - unpacked < limit
              ? new Unpacking.TooLarge(allowed)
              : new BrokenContent(
                  "its part "
                      + entry.getName()
                      + " unpacks to more than the "
                      + (limit >> 20)
                      + " MiB that it may");
        }
      }
    } catch (ZipException e) {
      throw new BrokenContent("the workbook is broken off or damaged (" + e.getMessage() + ")");
    }
  }

  private static long limit(String part) {
    if (part.startsWith("xl/worksheets/") && !part.contains("_rels")) {
      return LARGEST_SHEET;
    }
    boolean tree =
        part.endsWith("styles.xml")
            || part.endsWith("[Content_Types].xml")
            || part.contains("_rels");
    return tree ? LARGEST_TREE : LARGEST_PART;
  }

  private static long unpacked(ZipFile zip, ZipEntry entry, long allowed, byte[] buffer)
      throws IOException {
    long size = 0;
    try (InputStream in = new Unpacking.Bounded(zip.getInputStream(entry), allowed)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
      }
    }
    return size;
  }
}
