package io.xephang.schemas.feed;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import io.xephang.schemas.unit.UnitName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feed of the landing folder. A file {@code feeds/<id>.yaml}.
 *
 * @param datedFolders whether its files lie in folders named by date
 * @param table where accepted rows go
 * @param expected how often a unit has to send it; absent = whenever it likes
 */
public record Feed(
    String id,
    Label name,
    boolean datedFolders,
    String table,
    Optional<Expectation> expected,
    List<FeedColumn> columns) {

  public Feed {
    Required.identifier("id", id);
    Required.present("name", name);
    Required.identifier("table", table);
    expected = expected == null ? Optional.empty() : expected;
    columns = Required.nonEmpty("columns", columns);
    columnsBySpelling(columns);
  }

  /** The column that a header cell means; spelling is matched as unit names are. */
  public Optional<FeedColumn> columnOf(String headerCell) {
    return Optional.ofNullable(columnsBySpelling(columns).get(UnitName.of(headerCell)));
  }

  private static Map<UnitName, FeedColumn> columnsBySpelling(List<FeedColumn> columns) {
    Map<UnitName, FeedColumn> bySpelling = new HashMap<>();
    for (FeedColumn column : columns) {
      for (String spelling : column.allSpellings()) {
        FeedColumn other = bySpelling.put(UnitName.of(spelling), column);
        if (other != null && !other.equals(column)) {
          throw new IllegalArgumentException(
              "header '" + spelling + "' means '" + other.name() + "' and '" + column.name() + "'");
        }
      }
    }
    return bySpelling;
  }
}
