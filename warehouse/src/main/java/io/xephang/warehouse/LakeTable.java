package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Column;
import io.xephang.schemas.table.ColumnType;
import io.xephang.schemas.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A published table of the lake as DuckDB holds it: a copy in the schema {@code internal}, as it is
 * served, or a view of any schema over its files.
 *
 * @param files its Parquet files, absolute
 */
record LakeTable(Table table, List<Path> files) {
  /** The schema of copies and, in a served database, of links. */
  static final String COPIES = "internal";

  LakeTable {
    files = List.copyOf(files);
  }

  /** A table of a publication; without files if nothing was ever written to it. */
  static LakeTable of(
      Publication publication, Definitions definitions, DeploymentHome home, String name) {
    PublishedTable published = publication.tables().get(name);
    List<String> files = published == null ? List.of() : published.files();
    return new LakeTable(
        definitions.table(name), files.stream().map(home.lake()::resolve).toList());
  }

  /** Copies the rows; of rows that a statement brought, only those of statements in force. */
  void copyInto(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(createTable(COPIES));
      if (files.isEmpty()) {
        return;
      }
      requireTypes(statement);
      statement.execute(
          "INSERT INTO "
              + COPIES
              + "."
              + table.name()
              + " SELECT "
              + columns()
              + " FROM "
              + parquet()
              + onlyInForce()
              + " ORDER BY "
              + String.join(", ", table.key()));
    }
  }

  /** Copies every row as it stands, so that the files are not needed. */
  void holdInto(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(createTable(COPIES));
      if (!files.isEmpty()) {
        requireTypes(statement);
        statement.execute(
            "INSERT INTO "
                + COPIES
                + "."
                + table.name()
                + " SELECT "
                + columns()
                + " FROM "
                + parquet());
      }
    }
  }

  /** Makes it a view over the files: an empty table if there are none. */
  void linkInto(Connection connection, String schema) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (files.isEmpty()) {
        statement.execute(createTable(schema));
        return;
      }
      requireTypes(statement);
      statement.execute(
          "CREATE VIEW "
              + schema
              + "."
              + table.name()
              + " AS SELECT "
              // Qualified, since macros that read the view have parameters of such names.
              + String.join(
                  ", ", table.columnNames().stream().map(name -> "published." + name).toList())
              + " FROM "
              + parquet()
              + " AS published");
    }
  }

  /** Makes it a view, and reads every file once, so that a broken one is named. */
  void linkAndRead(Connection connection, String schema) throws SQLException {
    linkInto(connection, schema);
    try (Statement statement = connection.createStatement()) {
      for (Path file : files) {
        statement.execute(
            "SELECT count(COLUMNS(*)) FROM read_parquet("
                + SqlText.literal(file.toString())
                + ", hive_partitioning = false)");
      }
    }
  }

  private String createTable(String schema) {
    return table.columns().stream()
        .map(
            column ->
                column.name()
                    + " "
                    + typeOf(column.type())
                    + (column.required() ? " NOT NULL" : ""))
        .collect(
            Collectors.joining(", ", "CREATE TABLE " + schema + "." + table.name() + " (", ")"));
  }

  private String columns() {
    return String.join(", ", table.columnNames());
  }

  private String parquet() {
    // The folders are named after Iceberg's partitions; the columns in the files are what counts.
    return files.stream()
        .map(file -> SqlText.literal(file.toString()))
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }

  private String onlyInForce() {
    return !table.name().equals("ingest_file") && table.columnNames().contains("statement_id")
        ? " WHERE statement_id IN"
            + " (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested')"
        : "";
  }

  private void requireTypes(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("DESCRIBE SELECT " + columns() + " FROM " + parquet())) {
      for (Column column : table.columns()) {
        found.next();
        String type = found.getString("column_type");
        if (!type.equals(typeOf(column.type()))) {
          throw new SQLException(
              "column '"
                  + column.name()
                  + "' of the published table '"
                  + table.name()
                  + "' has the type "
                  + type
                  + ", expected "
                  + typeOf(column.type()));
        }
      }
    }
  }

  private static String typeOf(ColumnType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "INTEGER";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }
}
