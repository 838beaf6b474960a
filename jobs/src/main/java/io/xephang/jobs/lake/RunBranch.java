package io.xephang.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.jobs.SparkSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * What one run sees and writes: the last publication, and over it a branch of every table that the
 * run has written to. Others see nothing of it until it is published.
 */
public final class RunBranch {
  static final String PREFIX = "run_";

  /**
   * Bytes that opening a file counts as when files are shared out to tasks. Here they lie on a
   * local disk: by Iceberg's 4 MB, meant for object stores, four small partitions are a task of
   * their own, and tasks cost more than the rows in them.
   */
  private static final long FILE_OPEN_COST = 64L << 10;

  private final Lake lake;
  private final SparkSession spark;
  private final String branch;
  private final Optional<Publication> base;
  private final Milestones milestones;

  /** Where this run has written: a condition on the rows of each table. */
  private final SortedMap<String, Column> written = new TreeMap<>();

  /** The tables to which it has only appended. */
  private final Set<String> appended = new HashSet<>();

  /** What it has added to partitions that it has not replaced. */
  private final Map<String, Dataset<Row>> added = new HashMap<>();

  /**
   * A branch on which nothing is written yet.
   *
   * @param base the publication that it starts from
   * @param milestones told of every table that was written
   */
  public RunBranch(
      Lake lake,
      SparkSession spark,
      String runId,
      Optional<Publication> base,
      Milestones milestones) {
    this.lake = lake;
    this.spark = spark;
    this.branch = PREFIX + runId.replaceAll("\\W", "_");
    this.base = base;
    this.milestones = milestones;
  }

  /** The tables that this run has written to. */
  public Set<String> written() {
    return Collections.unmodifiableSet(new TreeSet<>(written.keySet()));
  }

  /** The table as this run has left it so far. */
  public Dataset<Row> read(String table) {
    if (written.containsKey(table)) {
      return reader().option("branch", branch).table(Lake.sparkName(table));
    }
    return published(table, lit(true));
  }

  /**
   * As {@link #readPublished}, with the place of each row in the columns {@link RowPlace#COLUMNS}.
   */
  public Dataset<Row> readPlaced(String table) {
    Dataset<Row> rows = readPublished(table);
    Column[] columns =
        Stream.concat(Arrays.stream(rows.columns()), RowPlace.COLUMNS.stream())
            .map(name -> col(name))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  /** The table as it was published before this run, whatever the run has written to it. */
  public Dataset<Row> readPublished(String table) {
    return published(table, lit(true));
  }

  /** Whether nothing was ever published in a table. */
  public boolean isNew(String table) {
    return publishedSnapshot(table) == null;
  }

  /** What this run has written: new rows, and the partitions that it has replaced. */
  public Dataset<Row> changed(String table) {
    if (!written.containsKey(table)) {
      return read(table).limit(0);
    }
    if (appended.contains(table)) {
      return appendedSincePublished(table);
    }
    Dataset<Row> rows = read(table).where(written.get(table));
    return added.containsKey(table) ? rows.unionByName(added.get(table)) : rows;
  }

  /** Of a long history of messages this opens the files of this run alone. */
  private Dataset<Row> appendedSincePublished(String table) {
    Long snapshot = publishedSnapshot(table);
    return snapshot == null
        ? read(table)
        : reader()
            .option("start-snapshot-id", snapshot)
            .option("end-snapshot-id", lake.table(table).refs().get(branch).snapshotId())
            .table(Lake.sparkName(table));
  }

  /** What was published before in the place of {@link #changed}. */
  public Dataset<Row> published(String table) {
    return published(table, written.getOrDefault(table, lit(false)));
  }

  private Dataset<Row> published(String table, Column condition) {
    Long snapshot = publishedSnapshot(table);
    return snapshot == null
        ? spark.createDataFrame(List.of(), SparkSchema.of(lake.definitions().table(table)))
        : reader().option("versionAsOf", snapshot).table(Lake.sparkName(table)).where(condition);
  }

  private DataFrameReader reader() {
    return spark.read().option("file-open-cost", FILE_OPEN_COST);
  }

  /** Adds rows of statements that this run reads, to a table that it writes in no other way. */
  public void append(String table, Dataset<Row> rows) {
    if (written.containsKey(table) && !appended.contains(table)) {
      throw new IllegalStateException(table + " was written in another way before");
    }
    appended.add(table);
    write(table, lit(false), rows, DataFrameWriterV2::append);
  }

  /**
   * Replaces the rows for which the condition holds. It must cover whole partitions.
   *
   * @param rows all rows for which it holds afterwards
   */
  public void replace(String table, Column condition, Dataset<Row> rows) {
    if (appended.contains(table)) {
      throw new IllegalStateException("rows were appended to " + table + " before");
    }
    write(table, condition, rows, writer -> writer.overwrite(condition));
  }

  /**
   * Replaces the rows for which the condition holds, which must cover whole partitions, and adds
   * rows to other partitions, whose files stay as they are.
   *
   * @param rows all rows for which it holds afterwards
   * @param more rows for which it does not hold; they are audited as they are given, so they should
   *     be kept
   */
  public void replaceAndAdd(String table, Column condition, Dataset<Row> rows, Dataset<Row> more) {
    if (added.put(table, more) != null) {
      throw new IllegalStateException("rows were added to " + table + " before");
    }
    replace(table, condition, rows.unionByName(more));
  }

  /**
   * How many files the publication has in each partition of a table, those that delete rows
   * included.
   *
   * @return by the partition's path, such as {@code received_at_month=2020-08/settled=true}
   */
  public Map<String, Integer> filesByPartition(String name) {
    Map<String, Integer> files = new HashMap<>();
    Long snapshot = publishedSnapshot(name);
    if (snapshot != null) {
      planned(
          lake.table(name),
          snapshot,
          task ->
              files.merge(
                  task.spec().partitionToPath(task.file().partition()),
                  1 + task.deletes().size(),
                  Integer::sum));
    }
    return files;
  }

  /**
   * Takes single rows out of partitions whose files stay as they are: a small file names them. It
   * has to come before other changes of the table, and is for some thousand rows at most.
   */
  public void delete(String table, Collection<RowPlace> rows) {
    startBranch(table);
    written.merge(table, lit(false), Column::or);
    PositionDeletes.of(lake.table(table), publishedSnapshot(table), rows).commitTo(branch);
    spark.catalog().refreshTable(Lake.sparkName(table));
  }

  /** Replaces everything. */
  public void replaceAll(String table, Dataset<Row> rows) {
    replace(table, lit(true), rows);
  }

  private void write(String table, Column where, Dataset<Row> rows, Write write) {
    startBranch(table);
    written.merge(table, where, Column::or);
    DataFrameWriterV2<Row> writer =
        SparkSchema.conform(rows, lake.definitions().table(table))
            .writeTo(Lake.sparkName(table) + ".branch_" + branch);
    try {
      write.to(writer);
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e);
    }
    milestones.reached("written " + table);
  }

  private void startBranch(String name) {
    if (written.containsKey(name)) {
      return;
    }
    ManageSnapshots change = lake.table(name).manageSnapshots();
    Long snapshot = publishedSnapshot(name);
    if (snapshot == null) {
      change.createBranch(branch);
    } else {
      change.createBranch(branch, snapshot);
    }
    change.commit();
    spark.catalog().refreshTable(Lake.sparkName(name));
  }

  private Long publishedSnapshot(String table) {
    return base.map(publication -> publication.tables().get(table))
        .map(Publication.PublishedTable::snapshotId)
        .orElse(null);
  }

  /**
   * What a publication of this run has to name: for every table its snapshot and files.
   *
   * @throws IllegalStateException if rows are deleted by value, which readers of the plain Parquet
   *     files would miss
   */
  public SortedMap<String, Publication.PublishedTable> publishable() {
    SortedMap<String, Publication.PublishedTable> tables = new TreeMap<>();
    for (String name : lake.definitions().tables().keySet()) {
      if (written.containsKey(name)) {
        Table table = lake.table(name);
        long snapshot = table.refs().get(branch).snapshotId();
        tables.put(name, published(table, snapshot));
      } else {
        tables.put(
            name,
            base.map(publication -> publication.tables().get(name))
                .orElse(new Publication.PublishedTable(null, List.of())));
      }
    }
    return tables;
  }

  private Publication.PublishedTable published(Table table, long snapshot) {
    SortedSet<String> files = new TreeSet<>();
    SortedSet<String> deletes = new TreeSet<>();
    planned(
        table,
        snapshot,
        task -> {
          files.add(belowLake(task.file()));
          for (DeleteFile delete : task.deletes()) {
            if (delete.content() != FileContent.POSITION_DELETES
                || delete.format() != FileFormat.PARQUET) {
              throw new IllegalStateException(
                  "table "
                      + table.name()
                      + " has deletes in "
                      + delete.location()
                      + ", expected positions in Parquet");
            }
            deletes.add(belowLake(delete));
          }
        });
    return new Publication.PublishedTable(snapshot, List.copyOf(files), List.copyOf(deletes));
  }

  private String belowLake(ContentFile<?> file) {
    Path path = Path.of(new org.apache.hadoop.fs.Path(file.location()).toUri().getPath());
    return lake.home().lake().relativize(path).toString().replace('\\', '/');
  }

  private static void planned(Table table, long snapshot, Consumer<FileScanTask> each) {
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      tasks.forEach(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Write {
    void to(DataFrameWriterV2<Row> writer) throws NoSuchTableException;
  }
}
