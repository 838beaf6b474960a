package io.xephang.schemas.feed;

import io.xephang.schemas.unit.UnitName;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a feed and how a header line may spell them.
 *
 * @param message the service that its messages name; empty for tables of rows
 */
public record FeedHeader(String message, List<FeedColumn> columns) implements Serializable {
  public FeedHeader {
    columns = List.copyOf(columns);
  }

  /** The meanings of header cells, prepared for looking up many. */
  public HeaderWords words() {
    return new HeaderWords(this);
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
