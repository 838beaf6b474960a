package io.xephang.schemas;

import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.feed.RejectionReason;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.table.Column;
import io.xephang.schemas.table.Reference;
import io.xephang.schemas.table.Table;
import io.xephang.schemas.target.Target;
import io.xephang.schemas.unit.UnitRegister;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What things mean: read once at start, immutable.
 *
 * @param indicators by id
 * @param tables by name
 * @param feeds by id
 * @param reasons why rows are rejected, in the contract's order
 * @param units provinces, ministries and the nation
 * @param digest equal for equal definitions; results are computed anew when it changes
 */
public record Definitions(
    SortedMap<String, Indicator> indicators,
    SortedMap<String, Table> tables,
    SortedMap<String, Feed> feeds,
    List<RejectionReason> reasons,
    UnitRegister units,
    List<Target> targets,
    String digest) {

  /**
   * The definitions that ship with the product.
   *
   * @throws InvalidDefinition if a file breaks a rule
   */
  public static Definitions shipped() {
    return of(DefinitionFiles.shipped());
  }

  /**
   * The definitions below a folder with {@code indicators}, {@code tables}, {@code feeds}, {@code
   * reasons}, {@code units} and {@code targets}.
   *
   * @throws InvalidDefinition if a file breaks a rule
   */
  public static Definitions below(Path folder) {
    return of(DefinitionFiles.below(folder));
  }

  private static Definitions of(DefinitionFiles files) {
    SortedMap<String, Indicator> indicators =
        byId(files.in("indicators"), Indicator.class, Indicator::id);
    SortedMap<String, Table> tables = byId(files.in("tables"), Table.class, Table::name);
    SortedMap<String, Feed> feeds = byId(files.in("feeds"), Feed.class, Feed::id);
    feeds.forEach(
        (id, feed) -> {
          if (!tables.containsKey(feed.table())) {
            throw new InvalidDefinition(
                "feeds/" + id + ".yaml", "'table' names '" + feed.table() + "', which is no table");
          }
        });
    tables.forEach(
        (name, table) ->
            table.references().forEach(reference -> requireKnown(tables, name, reference)));
    return new Definitions(
        indicators,
        tables,
        feeds,
        ReasonFile.read(files),
        UnitFiles.read(files),
        TargetFile.read(files, indicators.keySet()),
        files.digest());
  }

  private static void requireKnown(
      SortedMap<String, Table> tables, String table, Reference reference) {
    Table other = tables.get(reference.table());
    if (other == null
        || other.columns().stream().map(Column::name).noneMatch(reference.to()::equals)) {
      throw new InvalidDefinition(
          "tables/" + table + ".yaml",
          "reference '"
              + reference.name()
              + "' is to '"
              + reference.table()
              + "."
              + reference.to()
              + "', which is no column of a table");
    }
  }

  public Table table(String name) {
    return known(tables, "table", name);
  }

  public Feed feed(String id) {
    return known(feeds, "feed", id);
  }

  public Indicator indicator(String id) {
    return known(indicators, "indicator", id);
  }

  private static <T> T known(SortedMap<String, T> definitions, String what, String name) {
    T found = definitions.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no " + what + " '" + name + "'; there are " + definitions.keySet());
    }
    return found;
  }

  private static <T> SortedMap<String, T> byId(
      SortedMap<String, String> texts, Class<T> type, Function<T, String> id) {
    SortedMap<String, T> definitions = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          T definition = DefinitionYaml.read(path, text, type);
          String fileName = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
          if (!id.apply(definition).equals(fileName)) {
            throw new InvalidDefinition(
                path,
                "is named after '" + fileName + "' but defines '" + id.apply(definition) + "'");
          }
          definitions.put(fileName, definition);
        });
    return Collections.unmodifiableSortedMap(definitions);
  }
}
