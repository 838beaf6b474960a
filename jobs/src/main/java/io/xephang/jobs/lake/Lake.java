package io.xephang.jobs.lake;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;

/**
 * The tables of the lake and their branches: Iceberg in a JDBC catalog. One process at a time.
 *
 * <p>A run writes to branches of its own, which nobody else reads. A publication names a snapshot
 * of every table; tags keep those snapshots from expiring, and {@code main} follows for outside
 * readers.
 */
public final class Lake implements AutoCloseable {
  /** The name under which Spark sees the catalog. */
  public static final String SPARK_CATALOG = "lake";

  static final Namespace NAMESPACE = Namespace.of("xephang");
  private static final String PUBLICATION_TAG = "publication_";

  private final DeploymentHome home;
  private final Definitions definitions;
  private final JdbcCatalog catalog;

  private Lake(DeploymentHome home, Definitions definitions, JdbcCatalog catalog) {
    this.home = home;
    this.definitions = definitions;
    this.catalog = catalog;
  }

  /**
   * Opens the lake and makes the tables that are not there yet.
   *
   * @throws IllegalStateException if a table's columns are not those of this version
   * @throws SQLException if the catalog's database cannot be made
   */
  public static Lake open(DeploymentHome home, Definitions definitions) throws SQLException {
    new PublicationLog(home).makeCatalog();
    JdbcCatalog catalog = new JdbcCatalog();
    catalog.initialize(SPARK_CATALOG, properties(home));
    Lake lake = new Lake(home, definitions, catalog);
    if (!catalog.namespaceExists(NAMESPACE)) {
      catalog.createNamespace(NAMESPACE);
    }
    Set<TableIdentifier> present = Set.copyOf(catalog.listTables(NAMESPACE));
    for (io.xephang.schemas.table.Table table : definitions.tables().values()) {
      TableIdentifier identifier = TableIdentifier.of(NAMESPACE, table.name());
      if (present.contains(identifier)) {
        lake.check(identifier, table);
      } else {
        lake.make(identifier, table);
      }
    }
    return lake;
  }

  /** The catalog's properties, for this class and for Spark. */
  public static Map<String, String> properties(DeploymentHome home) {
    return Map.of(
        CatalogProperties.URI,
        home.catalogUrl(),
        CatalogProperties.WAREHOUSE_LOCATION,
        // Not as a URI: a percent sign is a letter of the name.
        "file:" + home.lake(),
        CatalogProperties.FILE_IO_IMPL,
        LocalFileIO.class.getName(),
        "jdbc.schema-version",
        "V1");
  }

  private void make(TableIdentifier identifier, io.xephang.schemas.table.Table definition) {
    var schema = IcebergSchema.of(definition);
    catalog
        .buildTable(identifier, schema)
        .withPartitionSpec(IcebergSchema.partitions(definition, schema))
        .withSortOrder(IcebergSchema.order(definition, schema))
        .withProperties(
            Map.of(
                TableProperties.FORMAT_VERSION,
                "2",
                // Each partition's rows go to one file, not to one file of every task; messages
                // come in the order of their files, month by month.
                TableProperties.WRITE_DISTRIBUTION_MODE,
                definition.appended()
                    ? TableProperties.WRITE_DISTRIBUTION_MODE_NONE
                    : TableProperties.WRITE_DISTRIBUTION_MODE_HASH,
                // A fifth larger than by zstd; questions about dossiers read it in three quarters
                // of the time.
                TableProperties.PARQUET_COMPRESSION,
                "lz4_raw",
                // Some 70,000 rows: of a sorted file a reader of one unit opens few groups, and
                // DuckDB reads groups in parallel.
                TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
                String.valueOf(16L << 20)))
        .create();
  }

  private void check(TableIdentifier identifier, io.xephang.schemas.table.Table definition) {
    var schema = IcebergSchema.of(definition);
    var found = catalog.loadTable(identifier).schema();
    if (!found.sameSchema(schema)) {
      throw new IllegalStateException(
          "the table "
              + definition.name()
              + " in "
              + home.folder()
              + " was made by another version: its columns are "
              + found
              + ", expected "
              + schema
              + ". Use another XEPHANG_HOME and ingest the landing folder again.");
    }
  }

  Table table(String name) {
    return catalog.loadTable(TableIdentifier.of(NAMESPACE, definitions.table(name).name()));
  }

  /** Names of the branches and tags of a table. */
  public Set<String> references(String table) {
    return Set.copyOf(table(table).refs().keySet());
  }

  Definitions definitions() {
    return definitions;
  }

  DeploymentHome home() {
    return home;
  }

  /** How Spark calls a table. */
  static String sparkName(String table) {
    return SPARK_CATALOG + "." + NAMESPACE + "." + table;
  }

  /**
   * Makes the references agree with the last publication: its snapshots tagged and main on them,
   * branches of runs gone. Nothing happens where they agree already, so it may be repeated: a run
   * does it after publishing, and first of all in case the run before it was stopped in between.
   */
  public void settle(Optional<Publication> last) {
    for (String name : definitions.tables().keySet()) {
      Table table = table(name);
      Long published =
          last.map(publication -> publication.tables().get(name))
              .map(Publication.PublishedTable::snapshotId)
              .orElse(null);
      ManageSnapshots change = table.manageSnapshots();
      boolean changes = false;
      if (published != null) {
        String tag = PUBLICATION_TAG + last.orElseThrow().id();
        if (!isTagged(table, published)) {
          change.createTag(tag, published);
          changes = true;
        }
        if (table.currentSnapshot() == null || table.currentSnapshot().snapshotId() != published) {
          change.setCurrentSnapshot(published);
          changes = true;
        }
      }
      for (Map.Entry<String, SnapshotRef> reference : table.refs().entrySet()) {
        if (reference.getValue().isBranch() && reference.getKey().startsWith(RunBranch.PREFIX)) {
          change.removeBranch(reference.getKey());
          changes = true;
        }
      }
      if (changes) {
        change.commit();
      }
    }
  }

  /**
   * Removes every snapshot that none of these publications names, and the files that nothing else
   * has. Repeated, it removes what is left. The caller holds the lock: no run is making a snapshot.
   */
  public void keepOnly(Collection<Publication> kept) {
    for (String name : definitions.tables().keySet()) {
      Table table = table(name);
      Set<Long> named =
          kept.stream()
              .map(publication -> publication.tables().get(name))
              .filter(Objects::nonNull)
              .map(Publication.PublishedTable::snapshotId)
              .filter(Objects::nonNull)
              .collect(Collectors.toUnmodifiableSet());
      dropTags(table, named);
      // However young: clocks may differ, and nobody is at work.
      table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).commit();
    }
  }

  /** A table that did not change has one tag for several publications: that of the first. */
  private static void dropTags(Table table, Set<Long> named) {
    ManageSnapshots change = table.manageSnapshots();
    boolean changes = false;
    for (Map.Entry<String, SnapshotRef> reference : table.refs().entrySet()) {
      if (reference.getValue().isTag()
          && reference.getKey().startsWith(PUBLICATION_TAG)
          && !named.contains(reference.getValue().snapshotId())) {
        change.removeTag(reference.getKey());
        changes = true;
      }
    }
    if (changes) {
      change.commit();
    }
  }

  private static boolean isTagged(Table table, long snapshot) {
    return table.refs().values().stream()
        .anyMatch(reference -> reference.isTag() && reference.snapshotId() == snapshot);
  }

  @Override
  public void close() throws IOException {
    catalog.close();
  }
}
