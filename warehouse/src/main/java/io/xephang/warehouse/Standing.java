package io.xephang.warehouse;

import io.xephang.warehouse.FeedCoverage.LateUnit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a deployment stands, for the one look in the morning. */
public final class Standing {
  private final Warehouse warehouse;

  Standing(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public ServedPublication publication() throws SQLException {
    return warehouse.rankings().publication();
  }

  /** One for each feed that is expected, by feed; late units by code. */
  public List<FeedCoverage> coverage() throws SQLException {
    Map<String, List<Delivery>> byFeed = new TreeMap<>();
    for (Delivery delivery : warehouse.list(SqlText.of("standing/coverage.sql"), Delivery::of)) {
      byFeed.computeIfAbsent(delivery.feed(), feed -> new ArrayList<>()).add(delivery);
    }
    return byFeed.entrySet().stream()
        .map(
            feed ->
                new FeedCoverage(
                    feed.getKey(),
                    feed.getValue().size(),
                    feed.getValue().stream().filter(Delivery::late).map(Delivery::unit).toList()))
        .toList();
  }

  public List<QuarantineCount> quarantine() throws SQLException {
    return warehouse.list(
        SqlText.of("standing/quarantine.sql"),
        row ->
            new QuarantineCount(
                row.getString("feed"), row.getString("reason"), row.getLong("rows")));
  }

  public List<FileCount> files() throws SQLException {
    return warehouse.list(
        SqlText.of("standing/files.sql"),
        row -> new FileCount(row.getString("feed"), row.getString("status"), row.getLong("files")));
  }

  /** Files that count and of which no row does, by name. */
  public List<String> rejectedFiles() throws SQLException {
    return warehouse.list(SqlText.of("standing/rejected_files.sql"), row -> row.getString("file"));
  }

  private record Delivery(String feed, LateUnit unit, boolean late) {
    static Delivery of(ResultSet row) throws SQLException {
      return new Delivery(
          row.getString("feed"),
          new LateUnit(
              row.getString("unit_code"),
              row.getString("unit_name"),
              row.getObject("last_date", LocalDate.class),
              row.getObject("expected_by", LocalDate.class)),
          row.getBoolean("late"));
    }
  }
}
