package io.xephang.home;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * All publications, in the catalog's database. One row is one publication: before its commit
 * nothing of it is visible, after it everything is.
 */
public final class PublicationLog {
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
    if (!home.hasCatalog()) {
      return Optional.empty();
    }
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet newest =
            statement.executeQuery(
                "SELECT manifest FROM publication ORDER BY publication_id DESC LIMIT 1")) {
      return newest.next()
          ? Optional.of(JsonFile.parse(newest.getString(1), Publication.class))
          : Optional.empty();
    }
  }

  /** Adds a publication in one transaction. */
  public void append(Publication publication) throws SQLException {
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO publication (publication_id, run_id, published_at, manifest)"
                    + " VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, publication.id());
      insert.setString(2, publication.runId());
      insert.setObject(3, publication.publishedAt());
      insert.setString(4, JsonFile.text(publication));
      insert.executeUpdate();
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
