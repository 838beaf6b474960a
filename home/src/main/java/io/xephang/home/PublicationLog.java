package io.xephang.home;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * All publications, in the catalog's database. One row is one publication: before its commit
 * nothing of it is visible, after it everything is.
 */
public final class PublicationLog {
  /** Who only asks must not touch the file: at any moment its process may be killed. */
  private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

  /** Where H2 keeps what the database is made of, its first user above all. */
  private static final String H2_META_TABLE = "table.0";

  private final DeploymentHome home;

  public PublicationLog(DeploymentHome home) {
    this.home = home;
  }

  /**
   * The newest publication, if there is one.
   *
   * @throws SQLException if the database cannot be opened, for one because a run is at work
   */
  public Optional<Publication> latest() throws SQLException {
    return read("SELECT manifest FROM publication ORDER BY publication_id DESC LIMIT 1").stream()
        .findFirst();
  }

  /**
   * The publications of greater ids, oldest first.
   *
   * @throws SQLException if the database cannot be opened, for one because a run is at work
   */
  public List<Publication> after(long id) throws SQLException {
    return read(
        "SELECT manifest FROM publication WHERE publication_id > "
            + id
            + " ORDER BY publication_id");
  }

  private List<Publication> read(String query) throws SQLException {
    if (!home.hasCatalog() || isHollow()) {
      return List.of();
    }
    try (Connection connection = DriverManager.getConnection(home.catalogUrl() + READ_ONLY);
        Statement statement = connection.createStatement()) {
      // A run that was stopped before it published has left a catalog without the table.
      try (ResultSet table =
          statement.executeQuery(
              "SELECT 1 FROM information_schema.tables WHERE table_name = 'publication'")) {
        if (!table.next()) {
          return List.of();
        }
      }
      List<Publication> publications = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          publications.add(JsonFile.parse(row.getString(1), Publication.class));
        }
      }
      return List.copyOf(publications);
    }
  }

  /**
   * Whether the very first run was killed before H2 had written anything into its file. Opening
   * such a file H2 writes, or fails and keeps it locked.
   */
  private boolean isHollow() {
    try (MVStore store =
        new MVStore.Builder().fileName(home.catalogFile().toString()).readOnly().open()) {
      return !store.hasData(H2_META_TABLE);
    } catch (MVStoreException e) {
      // Locked by a run, or broken: H2 says so when it is asked.
      return false;
    }
  }

  /** Adds a publication in one transaction; it is on disk when this returns. */
  public void append(Publication publication) throws SQLException {
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO publication (publication_id, run_id, published_at, manifest)"
                    + " VALUES (?, ?, ?, ?)");
        Statement flush = connection.createStatement()) {
      insert.setLong(1, publication.id());
      insert.setString(2, publication.runId());
      insert.setObject(3, publication.publishedAt());
      insert.setString(4, JsonFile.text(publication));
      insert.executeUpdate();
      // H2 writes a commit out within half a second, unless it is told to: a run that was killed
      // meanwhile would have said that it published, and have lost it.
      flush.execute("CHECKPOINT SYNC");
    }
  }

  /** Forgets publications in one transaction; it is on disk when this returns. */
  public void remove(List<Publication> expired) throws SQLException {
    try (Connection connection = open();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM publication WHERE publication_id = ?");
        Statement flush = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Publication publication : expired) {
        delete.setLong(1, publication.id());
        delete.addBatch();
      }
      delete.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
      flush.execute("CHECKPOINT SYNC");
    }
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(home.catalogUrl());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS publication (publication_id BIGINT PRIMARY KEY,"
              + " run_id VARCHAR NOT NULL, published_at TIMESTAMP NOT NULL,"
              + " manifest CLOB NOT NULL)");
    }
    return connection;
  }
}
