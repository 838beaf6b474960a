package io.xephang.warehouse.query;

import io.xephang.schemas.DefinitionYaml;
import io.xephang.schemas.InvalidDefinition;
import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import io.xephang.warehouse.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A SELECT with a title and parameters. A file {@code <name>.sql}: a comment in YAML that says what
 * it is, then the SELECT.
 *
 * @param measures what columns count in that the data dictionary does not know
 * @param exact columns of which tables show every digit
 * @param askedBy the document that asks the question
 * @param sql one SELECT with {@code $name} for each parameter, without the comment
 */
public record SavedQuery(
    String name,
    Label title,
    Label description,
    Map<String, Measure> measures,
    Set<String> exact,
    String askedBy,
    List<QueryParameter> parameters,
    String sql) {
  private static final String BEGIN = "/*";
  private static final String END = "*/";

  public SavedQuery {
    measures = Map.copyOf(measures);
    exact = Set.copyOf(exact);
    parameters = List.copyOf(parameters);
    Required.text("sql", sql);
  }

  /**
   * Reads a file.
   *
   * @param path how errors name it; its last part without {@code .sql} is the query's name
   * @throws InvalidDefinition if it breaks a rule; lines are those of the file
   */
  static SavedQuery parse(String path, String text) {
    int end = text.indexOf(END);
    if (!text.startsWith(BEGIN) || end < 0) {
      throw new InvalidDefinition(
          path, "expected a comment /* … */ at its beginning that says what the query is");
    }
    QueryHeader header =
        DefinitionYaml.read(path, text.substring(BEGIN.length(), end), QueryHeader.class);
    String file = path.substring(path.lastIndexOf('/') + 1);
    String name = Required.identifier("file name", file.substring(0, file.length() - 4));
    return new SavedQuery(
        name,
        header.title(),
        header.description(),
        header.measures(),
        header.exact(),
        header.askedBy(),
        header.parameters(),
        text.substring(end + END.length()).strip());
  }
}
