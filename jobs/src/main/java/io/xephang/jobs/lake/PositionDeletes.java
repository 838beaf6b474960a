package io.xephang.jobs.lake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.parquet.Parquet;

/**
 * Rows that are taken out of data files which stay as they are. Written here, since Spark can do it
 * only by looking through the partitions once more for rows whose places are known.
 */
final class PositionDeletes {
  private final Table table;
  private final Map<String, List<RowPlace>> rows;
  private final Map<String, DataFile> files;

  private PositionDeletes(
      Table table, Map<String, List<RowPlace>> rows, Map<String, DataFile> files) {
    this.table = table;
    this.rows = rows;
    this.files = files;
  }

  /**
   * Nothing is written yet.
   *
   * @param snapshot the one that the rows were read from
   */
  static PositionDeletes of(Table table, long snapshot, Collection<RowPlace> rows) {
    Map<String, List<RowPlace>> byFile =
        rows.stream().collect(groupingBy(RowPlace::file, TreeMap::new, toList()));
    Map<String, DataFile> files = new TreeMap<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      for (FileScanTask task : tasks) {
        if (byFile.containsKey(task.file().location())) {
          files.put(task.file().location(), task.file());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!files.keySet().equals(byFile.keySet())) {
      throw new IllegalStateException(
          "rows of " + table.name() + " stand in " + byFile.keySet() + ", found " + files.keySet());
    }
    return new PositionDeletes(table, byFile, files);
  }

  /** Writes a small file beside each data file concerned, and a snapshot of the branch. */
  void commitTo(String branch) {
    RowDelta delta = table.newRowDelta().toBranch(branch);
    rows.forEach((file, places) -> delta.addDeletes(write(files.get(file), places)));
    delta.commit();
  }

  private DeleteFile write(DataFile file, List<RowPlace> places) {
    PartitionSpec spec = table.specs().get(file.specId());
    OutputFile out =
        table
            .io()
            .newOutputFile(
                table
                    .locationProvider()
                    .newDataLocation(
                        spec, file.partition(), UUID.randomUUID() + "-deletes.parquet"));
    try {
      PositionDeleteWriter<Record> writer =
          Parquet.writeDeletes(out)
              .withSpec(spec)
              .withPartition(file.partition())
              .buildPositionWriter();
      try (writer) {
        PositionDelete<Record> deleted = PositionDelete.create();
        places.stream()
            .sorted(Comparator.comparingLong(RowPlace::position))
            .forEach(place -> writer.write(deleted.set(place.file(), place.position())));
      }
      return writer.toDeleteFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
