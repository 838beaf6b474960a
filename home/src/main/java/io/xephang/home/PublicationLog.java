package io.xephang.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All publications, in the catalog's database. One row is one publication: before its commit
 * nothing of it is visible, after it everything is.
 */
public final class PublicationLog {
  /** Who only asks must not touch the file: at any moment its process may be killed. */
  private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

  /** What a catalog is called while it is made. */
  private static final String ASIDE = "xephang.part";

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
    if (!home.hasCatalog()) {
      return List.of();
    }
    try (Connection connection = DriverManager.getConnection(home.catalogUrl() + READ_ONLY);
        Statement statement = connection.createStatement()) {
      // The first publication makes the table.
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
   * Makes the catalog's database, unless it is there. H2 fills a new file bit by bit, and who only
   * asks cannot open one that a killed run left half filled: it is made aside and gets its name
   * when it is whole. The caller holds the home's lock.
   *
   * @throws SQLException if the database cannot be made
   * @throws UncheckedIOException if the folder cannot be written
   */
  public void makeCatalog() throws SQLException {
    if (home.hasCatalog()) {
      return;
    }
    Path catalog = home.catalogFile();
    Path aside = home.catalogFile(ASIDE);
    try {
      Files.createDirectories(catalog.getParent());
      Files.deleteIfExists(aside);
      // H2 tells there what hindered it.
      Files.deleteIfExists(catalog.resolveSibling(ASIDE + ".trace.db"));
      try (Connection connection = DriverManager.getConnection(home.catalogUrl(ASIDE));
          Statement flush = connection.createStatement()) {
        flush.execute("CHECKPOINT SYNC");
      }
      Files.move(aside, catalog, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a publication in one transaction; it is on disk when this returns. The caller holds the
   * home's lock.
   */
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

  /**
   * Forgets publications in one transaction; it is on disk when this returns. The caller holds the
   * home's lock.
   */
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
    makeCatalog();
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
