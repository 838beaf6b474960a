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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A published table of the lake as DuckDB holds it: a copy in the schema {@code internal}, as it is
 * served, or a view of any schema over its files.
 *
 * @param files its Parquet files, absolute
 * @param deletes the Parquet files, absolute, that name rows of them which do not count
 */
record LakeTable(Table table, List<Path> files, List<Path> deletes) {
  /** The schema of copies and, in a served database, of links. */
  static final String COPIES = "internal";

  LakeTable {
    files = List.copyOf(files);
    deletes = List.copyOf(deletes);
  }

  /** A table of a publication; without files if nothing was ever written to it. */
  static LakeTable of(
      Publication publication, Definitions definitions, DeploymentHome home, String name) {
    PublishedTable published = publication.tables().get(name);
    if (published == null) {
      return new LakeTable(definitions.table(name), List.of(), List.of());
    }
    return new LakeTable(
        definitions.table(name),
        published.files().stream().map(home.lake()::resolve).toList(),
        published.deletes().stream().map(home.lake()::resolve).toList());
  }

  /** Copies the rows; of rows that a statement brought, only those of statements in force. */
  void copyInto(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(createTable(COPIES));
      if (!deletes.isEmpty()) {
        throw new IllegalStateException(
            table.name() + " has rows deleted in " + deletes + ", expected whole files");
      }
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
              + parquet(files, "")
              + onlyInForce()
              + " ORDER BY "
              + String.join(", ", table.key()));
    }
  }

  /**
   * Copies every row that counts, so that the files are not needed.
   *
   * @param aside a schema to link the files in meanwhile
   */
  void holdInto(Connection connection, String aside) throws SQLException {
    linkInto(connection, aside);
    try (Statement statement = connection.createStatement()) {
      statement.execute(createTable(COPIES));
      statement.execute(
          "INSERT INTO "
              + COPIES
              + "."
              + table.name()
              + " SELECT "
              + columns()
              + " FROM "
              + aside
              + "."
              + table.name());
    }
  }

  /**
   * Makes it a view over the files, or an empty table if there are none. Rows that do not count are
   * looked up in a table beside it.
   */
  void linkInto(Connection connection, String schema) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (files.isEmpty()) {
        statement.execute(createTable(schema));
        return;
      }
      requireTypes(statement);
      String view = "CREATE VIEW " + schema + "." + table.name() + " AS ";
      if (deletes.isEmpty()) {
        statement.execute(view + everyRowOf(files));
        return;
      }
      String deleted = schema + "." + table.name() + "_deleted";
      statement.execute(
          "CREATE TABLE "
              + deleted
              + " AS SELECT thinned.file, listed.pos AS position FROM "
              + parquet(deletes, "")
              + " AS listed JOIN (SELECT unnest("
              + list(files)
              + ") AS file) AS thinned"
              // The lake may have been moved since; names of files are unique.
              + " ON parse_filename(thinned.file) = parse_filename(listed.file_path)");
      statement.execute(view + undeletedRows(thinned(statement, deleted), deleted));
    }
  }

  private Set<Path> thinned(Statement statement, String deleted) throws SQLException {
    Set<Path> thinned = new HashSet<>();
    try (ResultSet result = statement.executeQuery("SELECT DISTINCT file FROM " + deleted)) {
      while (result.next()) {
        thinned.add(Path.of(result.getString(1)));
      }
    }
    return thinned;
  }

  /** Most files are whole: what they hold is read as fast as if nothing were ever deleted. */
  private String undeletedRows(Set<Path> thinned, String deleted) {
    List<Path> whole = files.stream().filter(file -> !thinned.contains(file)).toList();
    String others =
        selected()
            + parquet(
                files.stream().filter(thinned::contains).toList(),
                ", filename = true, file_row_number = true")
            + " AS published ANTI JOIN "
            + deleted
            + " AS deleted ON deleted.file = published.filename"
            + " AND deleted.position = published.file_row_number";
    return whole.isEmpty() ? others : everyRowOf(whole) + " UNION ALL " + others;
  }

  private String everyRowOf(List<Path> some) {
    return selected() + parquet(some, "") + " AS published";
  }

  private String selected() {
    // Qualified, since macros that read the view have parameters of such names.
    return table.columnNames().stream()
        .map(name -> "published." + name)
        .collect(Collectors.joining(", ", "SELECT ", " FROM "));
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

  private static String parquet(List<Path> files, String options) {
    // The folders are named after Iceberg's partitions; the columns in the files are what counts.
    return "read_parquet(" + list(files) + ", hive_partitioning = false" + options + ")";
  }

  private static String list(List<Path> files) {
    return files.stream()
        .map(file -> SqlText.literal(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String onlyInForce() {
    return !table.name().equals("ingest_file") && table.columnNames().contains("statement_id")
        ? " WHERE statement_id IN"
            + " (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested')"
        : "";
  }

  private void requireTypes(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("DESCRIBE SELECT " + columns() + " FROM " + parquet(files, ""))) {
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
