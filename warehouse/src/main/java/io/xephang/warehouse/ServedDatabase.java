package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.RunRecord;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the database that queries are answered from: out of one publication, the published Parquet
 * files, the definitions and the records of runs. It can always be done again.
 *
 * <p>The database names the Parquet files by absolute path. After the home folder was moved it has
 * to be built again, which the next run does first: {@link #serves} is false then.
 *
 * <p>One process at a time may build: the holder of the run lock.
 */
public final class ServedDatabase {
  /** The oldest DuckDB that opens a copy; copies were tried with 1.4.4, 1.5.6 and 2.0.0. */
  private static final String COPY_FORMAT = "v1.4.0";

  private final DeploymentHome home;
  private final Definitions definitions;
  private final ServingFolder folder;
  private final Milestones milestones;

  public ServedDatabase(DeploymentHome home, Definitions definitions) {
    this(home, definitions, Milestones.UNHEARD);
  }

  /**
   * A database that says how far its building is.
   *
   * @param milestones told of the start, of every table, and of the steps of the switch
   */
  public ServedDatabase(DeploymentHome home, Definitions definitions, Milestones milestones) {
    this.home = home;
    this.definitions = definitions;
    this.folder = new ServingFolder(home, milestones);
    this.milestones = milestones;
  }

  /** Whether readers see this publication, as this version of the product would serve it. */
  public boolean serves(Publication publication) throws IOException {
    return folder.current().filter(name -> name.startsWith(namePrefix(publication))).isPresent();
  }

  /**
   * Builds a database beside the one that is read and lets readers switch to it.
   *
   * @throws SQLException if a published file is missing or is not what the definitions say; readers
   *     go on with the database they have
   */
  public void build(Publication publication, List<RunRecord> runs)
      throws SQLException, IOException {
    String name = namePrefix(publication) + UUID.randomUUID().toString().substring(0, 8);
    Path part = folder.begin(name);
    milestones.reached("serving begun");
    try {
      link(part, publication, runs);
    } catch (SQLException e) {
      // On a full disk the part would keep the space that somebody is trying to free.
      folder.clearParts();
      throw e;
    }
    folder.finish(name, linkedFiles(publication));
  }

  /**
   * The database of any publication. That of an older one is built when it is first asked for;
   * whoever asks needs no lock.
   *
   * @param runs all of them: those that began later than the publication are left out
   * @throws SQLException if a published file is missing or is not what the definitions say
   */
  public ServedFile of(Publication publication, List<RunRecord> runs)
      throws SQLException, IOException {
    String prefix = namePrefix(publication);
    Optional<String> current = folder.current().filter(name -> name.startsWith(prefix));
    if (current.isPresent()) {
      return folder.served(current.get());
    }
    OlderDatabases older = new OlderDatabases(home);
    String name = prefix.substring(0, prefix.length() - 1);
    Optional<ServedFile> made = older.find(name);
    if (made.isPresent()) {
      return made.get();
    }
    return older.make(
        name, linkedFiles(publication), part -> link(part, publication, upTo(publication, runs)));
  }

  /**
   * Copies a publication into a database that needs no other file: for a computer without the lake.
   *
   * @param runs all of them: those that began later than the publication are left out
   * @param file absolute; there must be none
   * @throws SQLException if a published file is missing or is not what the definitions say, or the
   *     file cannot be written
   */
  public void copy(Publication publication, List<RunRecord> runs, Path file) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:", ResourceLimits.ofOneDatabase());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ATTACH "
              + SqlText.literal(file.toString())
              + " AS copy (STORAGE_VERSION '"
              + COPY_FORMAT
              + "')");
      statement.execute("CREATE SCHEMA memory.linked");
      statement.execute("USE copy");
      fill(
          connection,
          publication,
          upTo(publication, runs),
          table -> table.holdInto(connection, "memory.linked"));
      statement.execute("USE memory");
      statement.execute("DETACH copy");
    }
  }

  /** Removes what was built of publications that are no more. */
  public void drop(Collection<Long> publications) throws IOException {
    new OlderDatabases(home).drop(publications);
  }

  private static List<RunRecord> upTo(Publication publication, List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> !run.startedAt().isAfter(publication.publishedAt()))
        .toList();
  }

  private List<Path> linkedFiles(Publication publication) {
    return ServedSchema.LINKED_TABLES.stream()
        .flatMap(table -> lakeTable(publication, table).files().stream())
        .toList();
  }

  private void link(Path database, Publication publication, List<RunRecord> runs)
      throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + database, ResourceLimits.ofOneDatabase())) {
      fill(connection, publication, runs, table -> table.linkInto(connection, LakeTable.COPIES));
    }
  }

  /** How the tables come in whose rows may stay in their files. */
  private interface LargeTable {
    void put(LakeTable table) throws SQLException;
  }

  private void fill(
      Connection connection, Publication publication, List<RunRecord> runs, LargeTable large)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA internal");
      // Each statement by itself would wait for the disk.
      connection.setAutoCommit(false);
      statement.execute(ServedSchema.definitionTables());
      DefinitionRows rows = new DefinitionRows(connection);
      rows.insert(publication);
      rows.insert(runs);
      rows.insert(definitions);
      connection.commit();
      connection.setAutoCommit(true);
      for (String table : ServedSchema.COPIED_TABLES) {
        lakeTable(publication, table).copyInto(connection);
        milestones.reached("serving " + table);
      }
      for (String table : ServedSchema.LINKED_TABLES) {
        large.put(lakeTable(publication, table));
      }
      connection.setAutoCommit(false);
      ServedSchema.derive(connection);
      ServedSchema.createSurface(connection);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("CHECKPOINT");
    }
    milestones.reached("serving filled");
  }

  private LakeTable lakeTable(Publication publication, String name) {
    return LakeTable.of(publication, definitions, home, name);
  }

  /** Equal for what would be served alike. */
  private String namePrefix(Publication publication) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(publication.toString().getBytes(StandardCharsets.UTF_8));
      sha.update(definitions.digest().getBytes(StandardCharsets.UTF_8));
      sha.update(home.lake().toString().getBytes(StandardCharsets.UTF_8));
      for (String text : ServedSchema.texts()) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return publication.id() + "-" + HexFormat.of().formatHex(sha.digest(), 0, 6) + "-";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
