package io.xephang.warehouse;

import io.xephang.schemas.DefinitionYaml;
import io.xephang.schemas.InvalidDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the views and macros mean that people select from: the one source of DuckDB's comments, of
 * the view {@code dictionary}, of the page {@code docs/data-dictionary.md} and of how numbers are
 * formatted in Excel.
 *
 * @param relations views, then macros
 */
record DataDictionary(List<DescribedRelation> relations) {
  DataDictionary {
    relations = List.copyOf(relations);
  }

  /**
   * The dictionary of the surface that ships.
   *
   * @throws InvalidDefinition if a file breaks a rule
   */
  static DataDictionary shipped() {
    Map<String, DescribedRelation> read = new LinkedHashMap<>();
    for (String path : ServedSchema.descriptions()) {
      DescribedRelation relation =
          DefinitionYaml.read(path, SqlText.of(path), DescribedRelation.class);
      if (!path.endsWith("/" + relation.name() + ".yaml")) {
        throw new InvalidDefinition(path, "describes '" + relation.name() + "'");
      }
      relation
          .columnsOf()
          .filter(other -> !read.containsKey(other))
          .ifPresent(
              other -> {
                throw new InvalidDefinition(
                    path, "'columns_of' names '" + other + "', which is no view");
              });
      read.put(
          relation.name(),
          relation
              .columnsOf()
              .map(other -> relation.with(read.get(other).columns()))
              .orElse(relation));
    }
    return new DataDictionary(List.copyOf(read.values()));
  }

  /** Writes it into a database that has the surface: the dictionary's table, and comments. */
  void describe(Connection connection) throws SQLException {
    List<DictionaryEntry> entries = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (DescribedRelation relation : relations) {
        entries.addAll(entries(relation, types(statement, relation)));
        comments.addAll(comments(relation));
      }
      statement.execute(String.join(";\n", comments));
    }
    new DefinitionRows(connection).insertDictionary(entries);
  }

  private static Map<String, String> types(Statement statement, DescribedRelation relation)
      throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (ResultSet column = statement.executeQuery("DESCRIBE FROM " + relation.call())) {
      while (column.next()) {
        types.put(column.getString("column_name"), column.getString("column_type"));
      }
    }
    return types;
  }

  private static List<DictionaryEntry> entries(
      DescribedRelation relation, Map<String, String> types) {
    List<DictionaryEntry> entries = new ArrayList<>();
    entries.add(
        new DictionaryEntry(
            relation.name(),
            0,
            relation.isMacro() ? "macro" : "view",
            null,
            null,
            null,
            Optional.empty(),
            relation.description()));
    for (DescribedParameter parameter : relation.parameters()) {
      entries.add(
          new DictionaryEntry(
              relation.name(),
              entries.size(),
              "parameter",
              parameter.name(),
              null,
              parameter.defaultValue().orElse(null),
              Optional.empty(),
              parameter.description()));
    }
    for (DescribedColumn column : relation.columns()) {
      entries.add(
          new DictionaryEntry(
              relation.name(),
              entries.size(),
              "column",
              column.name(),
              types.get(column.name()),
              null,
              column.measure(),
              column.description()));
    }
    return entries;
  }

  private static List<String> comments(DescribedRelation relation) {
    List<String> comments = new ArrayList<>();
    if (relation.isMacro()) {
      StringBuilder text = new StringBuilder(relation.description().both());
      for (DescribedParameter parameter : relation.parameters()) {
        text.append("\n").append(parameter.name());
        parameter.defaultValue().ifPresent(value -> text.append(" := ").append(value));
        text.append(": ").append(parameter.description().both());
      }
      comments.add(
          "COMMENT ON MACRO TABLE " + relation.name() + " IS " + SqlText.literal(text.toString()));
    } else {
      comments.add(
          "COMMENT ON VIEW "
              + relation.name()
              + " IS "
              + SqlText.literal(relation.description().both()));
      for (DescribedColumn column : relation.columns()) {
        comments.add(
            "COMMENT ON COLUMN "
                + relation.name()
                + "."
                + column.name()
                + " IS "
                + SqlText.literal(column.description().both()));
      }
    }
    return comments;
  }
}
