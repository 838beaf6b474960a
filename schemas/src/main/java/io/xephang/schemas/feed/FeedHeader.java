package io.xephang.schemas.feed;

import io.xephang.schemas.unit.UnitName;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a feed and how a header line may spell them. */
public record FeedHeader(String feedId, List<FeedColumn> columns) implements Serializable {
  public FeedHeader {
    columns = List.copyOf(columns);
  }

  /** The column that a header cell means; spelling is matched as unit names are. */
  public Optional<FeedColumn> columnOf(String headerCell) {
    return Optional.ofNullable(columnsBySpelling().get(UnitName.of(headerCell)));
  }

  Map<UnitName, FeedColumn> columnsBySpelling() {
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
