package io.xephang.schemas.feed;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feed of the landing folder. A file {@code feeds/<id>.yaml}.
 *
 * @param datedFolders whether its files lie in folders named by date
 * @param formats how its files may be written
 * @param message the service that its messages name; absent for tables of rows
 * @param table where accepted rows go
 * @param expected how often a unit has to send it; absent = whenever it likes
 */
public record Feed(
    String id,
    Label name,
    boolean datedFolders,
    List<FileFormat> formats,
    Optional<String> message,
    String table,
    Optional<Expectation> expected,
    List<FeedColumn> columns) {

  public Feed {
    Required.identifier("id", id);
    Required.present("name", name);
    formats = Required.nonEmpty("formats", formats);
    message = message == null ? Optional.empty() : message;
    Required.identifier("table", table);
    expected = expected == null ? Optional.empty() : expected;
    columns = Required.nonEmpty("columns", columns);
    Set<String> names = new HashSet<>();
    for (FeedColumn column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("column '" + column.name() + "' stands twice");
      }
    }
    new FeedHeader(message.orElse(""), columns).columnsBySpelling();
  }

  /**
   * A column.
   *
   * @throws IllegalArgumentException if it has no such column
   */
  public FeedColumn column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("feed " + id + " has no column " + columnName));
  }

  /** What its header lines may look like. */
  public FeedHeader header() {
    return new FeedHeader(message.orElse(""), columns);
  }
}
