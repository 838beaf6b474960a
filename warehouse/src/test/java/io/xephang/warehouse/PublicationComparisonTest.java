package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.Publication;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationComparisonTest {
  private static final String LEDGER =
      "statement_id, file, feed, content_sha256, landed_name, landed_bytes, landed_modified,"
          + " rows_read, accepted, duplicates, quarantined, status, run_id, ingested_at";
  private static final String SERVICE =
      "unit_code, scope_code, snapshot_date, procedure_code, written_code, eligible_level4,"
          + " on_national_portal, run_by_ministry, has_fee, statement_id, file";
  private static final String RANKING =
      "indicator, basis, peer_group, part, period_type, valid_from, rank, serial, unit_code,"
          + " unit_name, numerator, denominator, value, data_date";

  @TempDir Path folder;

  @Test
  void changedRanksAndValuesAndTheFilesThatChangedThem() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "ingest_file",
                LEDGER,
                statement("1", "h01", "ingested"),
                statement("2", "h47", "ingested"))
            .with("service", SERVICE, service("H01", "1", "h01"), service("H47", "2", "h47"))
            .with(
                "ranking_interval",
                RANKING,
                ranked("H01", "An Giang", 1, 1, 2),
                ranked("H47", "Quảng Nam", 2, 1, 4),
                ranked("H57", "Huế", 3, 1, 8));
    Publication before = lake.append("2020-08-31");
    Publication after =
        lake.without("ingest_file")
            .without("service")
            .without("ranking_interval")
            .with(
                "ingest_file",
                LEDGER,
                statement("1", "h01", "ingested"),
                // A department of Quảng Nam has sent its catalog again, and Huế none at all.
                statement("2", "h47", "replaced"),
                statement("3", "h47", "ingested"))
            .with("service", SERVICE, service("H01", "1", "h01"), service("H47.14", "3", "h47"))
            .with(
                "ranking_interval",
                RANKING,
                ranked("H47", "Quảng Nam", 1, 3, 4),
                ranked("H01", "An Giang", 2, 1, 2))
            .append("2020-08-31");
    ServedDatabase served = new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS);
    try (PublicationComparison comparison =
        PublicationComparison.open(served.of(before, List.of()), served.of(after, List.of()))) {
      assertThat(comparison.statements())
          .containsExactly(
              new ChangedStatement("catalogs/h47.csv", "catalogs", "ingested", "replaced"),
              new ChangedStatement("catalogs/h47.csv", "catalogs", null, "ingested"));
      Answer rankings = new Answer();
      comparison.rankings(rankings);
      assertThat(rankings.rows())
          .containsExactly(
              // What holds on the as-of date, which is a month's end: told once.
              row(
                  "2020-08-31",
                  "H47|Quảng Nam|changed|2020-08-31|2|1|0.25|0.75|1|3|4|4|catalogs/h47.csv"),
              row("2020-08-31", "H57|Huế|removed|2020-08-31|3||0.125||1||8||"),
              // Its value is the same: another unit has passed it.
              row("2020-08-31", "H01|An Giang|changed|2020-08-31|1|2|0.5|0.5|1|1|2|2|"),
              row(
                  "2020-08-20",
                  "H47|Quảng Nam|changed|2020-08-20|2|1|0.25|0.75|1|3|4|4|catalogs/h47.csv"),
              row("2020-08-20", "H57|Huế|removed|2020-08-20|3||0.125||1||8||"),
              row("2020-08-20", "H01|An Giang|changed|2020-08-20|1|2|0.5|0.5|1|1|2|2|"));
    }
  }

  @Test
  void whereTheAsOfDateMovedOnTheNewestStandsBesideTheNewest() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with("ingest_file", LEDGER, statement("1", "h47", "ingested"))
            .with("service", SERVICE, service("H47", "1", "h47"))
            .with(
                "ranking_interval",
                RANKING,
                ranked("H01", "An Giang", 1, 2, 4),
                ranked("H47", "Quảng Nam", 2, 1, 4),
                ranked("H57", "Huế", 3, 1, 8),
                ranked("H61", "Cà Mau", 4, 1, 100));
    Publication before = lake.append("2020-08-31");
    String end = "'2020-10-01'";
    Publication after =
        lake.with("ingest_file", LEDGER, statement("2", "2020-10-01/h47", "ingested"))
            .with("service", SERVICE, service("H47.14", "2020-10-01", "2", "2020-10-01/h47"))
            .without("ranking_interval")
            .with(
                "ranking_interval",
                RANKING + ", valid_to",
                held("H01", "An Giang", 1, 2, 4, "2020-08-20", end),
                held("H47", "Quảng Nam", 2, 1, 4, "2020-08-20", end),
                held("H57", "Huế", 3, 1, 8, "2020-08-20", end),
                held("H61", "Cà Mau", 4, 1, 100, "2020-08-20", "NULL"),
                held("H57", "Huế", 1, 7, 8, "2020-10-01", "NULL"),
                held("H47", "Quảng Nam", 2, 3, 4, "2020-10-01", "NULL"),
                held("H01", "An Giang", 3, 2, 4, "2020-10-01", "NULL"))
            .append("2020-10-02");
    String file = "catalogs/2020-10-01/h47.csv";
    assertThat(compared(lake, before, after))
        .containsExactly(
            // The larger change first; Cà Mau is as it was.
            row("2020-10-02", "H57|Huế|changed|2020-08-31|3|1|0.125|0.875|1|7|8|8|"),
            row("2020-10-02", "H47|Quảng Nam|changed|2020-08-31|2|2|0.25|0.75|1|3|4|4|" + file),
            row("2020-10-02", "H01|An Giang|changed|2020-08-31|1|3|0.5|0.5|2|2|4|4|"),
            row("2020-10-01", "H57|Huế|added|||1||0.875||7||8|"),
            row("2020-10-01", "H47|Quảng Nam|added|||2||0.75||3||4|" + file),
            row("2020-10-01", "H01|An Giang|added|||3||0.5||2||4|"),
            // What the catalog of 20/8 says still: the new one cannot have said it.
            row("2020-09-30", "H01|An Giang|added|||1||0.5||2||4|"),
            row("2020-09-30", "H47|Quảng Nam|added|||2||0.25||1||4|"),
            row("2020-09-30", "H57|Huế|added|||3||0.125||1||8|"),
            row("2020-09-30", "H61|Cà Mau|added|||4||0.01||1||100|"));
    assertThat(compared(lake, after, before))
        .as("the other way round")
        .startsWith(
            row("2020-08-31", "H57|Huế|changed|2020-10-02|1|3|0.875|0.125|7|1|8|8|"),
            row("2020-08-31", "H47|Quảng Nam|changed|2020-10-02|2|2|0.75|0.25|3|1|4|4|" + file),
            row("2020-08-31", "H01|An Giang|changed|2020-10-02|3|1|0.5|0.5|2|2|4|4|"),
            row("2020-10-01", "H57|Huế|removed|2020-10-01|1||0.875||7||8||"));
  }

  @Test
  void aPublicationIsLikeItself() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with("ranking_interval", RANKING, ranked("H01", "An Giang", 1, 1, 2));
    Publication publication = lake.append("2020-08-31");
    ServedFile served =
        new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS).of(publication, List.of());
    try (PublicationComparison comparison = PublicationComparison.open(served, served)) {
      Answer rankings = new Answer();
      comparison.rankings(rankings);
      assertThat(rankings.rows()).isEmpty();
      assertThat(comparison.statements()).isEmpty();
    }
  }

  private static List<String> compared(LakeFixture lake, Publication before, Publication after)
      throws Exception {
    ServedDatabase served = new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS);
    try (PublicationComparison comparison =
        PublicationComparison.open(served.of(before, List.of()), served.of(after, List.of()))) {
      Answer rankings = new Answer();
      comparison.rankings(rankings);
      return rankings.rows();
    }
  }

  private static String row(String day, String rest) {
    return "level4_rate|computed|province|as_of|" + day + "|" + day + "|" + rest;
  }

  private static String statement(String id, String file, String status) {
    return "('"
        + id
        + "', 'catalogs/"
        + file
        + ".csv', 'catalogs', 'aa', 'a', 1, 1, 1, 1, 0, 0, '"
        + status
        + "', 'run-1', '2020-08-20')";
  }

  private static String service(String unit, String statement, String file) {
    return service(unit, "2020-08-20", statement, file);
  }

  private static String service(String unit, String day, String statement, String file) {
    return "('"
        + unit
        + "', '"
        + unit.substring(0, 3)
        + "', '"
        + day
        + "', '1.000002', '1.000002', false, false, false, false, '"
        + statement
        + "', 'catalogs/"
        + file
        + ".csv')";
  }

  private static String ranked(String unit, String name, int rank, int numerator, int denominator) {
    return "(" + valuesFrom(unit, name, rank, numerator, denominator, "2020-08-20") + ")";
  }

  /** Until the day before {@code to}, an SQL expression. */
  private static String held(
      String unit, String name, int rank, int numerator, int denominator, String from, String to) {
    return "(" + valuesFrom(unit, name, rank, numerator, denominator, from) + ", " + to + ")";
  }

  private static String valuesFrom(
      String unit, String name, int rank, int numerator, int denominator, String from) {
    return "'level4_rate', 'computed', 'province', 'VN', 'as_of', '"
        + from
        + "', "
        + rank
        + ", "
        + rank
        + ", '"
        + unit
        + "', '"
        + name
        + "', "
        + numerator
        + ", "
        + denominator
        + ", "
        + (double) numerator / denominator
        + ", '"
        + from
        + "'";
  }
}
