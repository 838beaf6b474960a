package io.xephang.jobs.landing;

import io.xephang.schemas.feed.FileFormat;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file of the landing folder as it was found.
 *
 * @param feed id of its feed
 * @param date its date folder; null for a feed without date folders
 * @param file feed, date folder and name in NFC without {@code .gz}: what the statement is known by
 * @param path where its bytes are read: in the landing folder, or the copy that the run has taken
 * @param landedName its path below the landing folder, {@code .gz} included
 * @param bytes size on disk
 * @param modified modification time, milliseconds since 1970
 */
public record LandedFile(
    String feed,
    LocalDate date,
    String file,
    String path,
    String landedName,
    long bytes,
    long modified)
    implements Serializable {

  public boolean isGzipped() {
    return StatementName.isGzip(landedName);
  }

  public FileFormat format() {
    return FileFormat.of(file).orElseThrow();
  }

  /** The same file, read from elsewhere. */
  LandedFile readFrom(String otherPath) {
    return new LandedFile(feed, date, file, otherPath, landedName, bytes, modified);
  }
}
