package io.xephang.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One state of all tables that readers may see.
 *
 * @param id counts up from 1
 * @param publishedAt Vietnamese wall-clock time
 * @param asOf the date up to which values were computed
 * @param definitions digest of the definitions that computed them
 * @param tables by name
 */
public record Publication(
    long id,
    String runId,
    LocalDateTime publishedAt,
    LocalDate asOf,
    String definitions,
    SortedMap<String, PublishedTable> tables) {

  public Publication {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * A table as published.
   *
   * @param snapshotId Iceberg's snapshot; null if nothing was ever written
   * @param files Parquet files below the lake folder, in order of their names
   * @param deletes Parquet files likewise, which name single rows of {@code files} that no longer
   *     count (Iceberg's position deletes)
   */
  public record PublishedTable(Long snapshotId, List<String> files, List<String> deletes) {
    public PublishedTable {
      files = List.copyOf(files);
      // A publication of an earlier version has none.
      deletes = deletes == null ? List.of() : List.copyOf(deletes);
    }

    /** A table of whose files every row counts. */
    public PublishedTable(Long snapshotId, List<String> files) {
      this(snapshotId, files, List.of());
    }
  }
}
