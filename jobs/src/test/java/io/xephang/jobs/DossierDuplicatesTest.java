package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.RunStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is counted as a duplicate, and that it still is a statement as new as its delivery. Each
 * dossier plays one part; its name says which.
 */
class DossierDuplicatesTest {
  @Test
  void areCountedApartAndCountAsNewAsTheirDelivery(@TempDir Path folder) {
    Deployment deployment = new Deployment(folder);
    deployment
        .land(
            "dossiers/2020-09-01/a.ndjson",
            message("twice-in-one", "2"),
            message("twice-in-one", "2"),
            message("again-next-day", "2"),
            message("A-B-A", "2"),
            message("A-B-A-in-one", "2"),
            message("A-B-A-in-one", "4"),
            message("A-B-A-in-one", "2"),
            message("said-rejected", "99"),
            message("said-rejected", "99"),
            message("other-spelling", "2"))
        .land(
            "dossiers/2020-09-02/a.ndjson",
            message("again-next-day", "2"),
            message("A-B-A", "4"),
            // Another name of the person, and a number instead of a text: no used field differs.
            message("other-spelling", "2").replace("\"2\"", "2").replace("An", "Bình"))
        .land(
            "dossiers/2020-09-02/b.ndjson",
            // Equal to the one before the last: not to the one that is in force.
            message("A-B-A", "2"));
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(counts(deployment))
        .containsExactly(
            "dossiers/2020-09-01/a.ndjson 10 6 2 2",
            "dossiers/2020-09-02/a.ndjson 3 1 2 0",
            "dossiers/2020-09-02/b.ndjson 1 1 0 0");
    assertThat(states(deployment))
        .containsExactly(
            "A-B-A 2 dossiers/2020-09-02/b.ndjson 1",
            "A-B-A-in-one 2 dossiers/2020-09-01/a.ndjson 7",
            "again-next-day 2 dossiers/2020-09-02/a.ndjson 1",
            "other-spelling 2 dossiers/2020-09-02/a.ndjson 3",
            "twice-in-one 2 dossiers/2020-09-01/a.ndjson 2");

    deployment.withdraw("dossiers/2020-09-01/a.ndjson", "dossiers/2020-09-02/b.ndjson");
    assertThat(states(deployment))
        .as("a duplicate keeps a dossier when the one before is withdrawn; what B said holds again")
        .containsExactly(
            "A-B-A 4 dossiers/2020-09-02/a.ndjson 2",
            "again-next-day 2 dossiers/2020-09-02/a.ndjson 1",
            "other-spelling 2 dossiers/2020-09-02/a.ndjson 3");

    // Late and old: it overrides nothing, and its counts are those of this moment.
    deployment.land(
        "dossiers/2020-08-31/late.ndjson",
        message("again-next-day", "2"),
        message("A-B-A", "2"),
        message("only-here", "2"));
    deployment.run();
    assertThat(states(deployment))
        .containsExactly(
            "A-B-A 4 dossiers/2020-09-02/a.ndjson 2",
            "again-next-day 2 dossiers/2020-09-02/a.ndjson 1",
            "only-here 2 dossiers/2020-08-31/late.ndjson 3",
            "other-spelling 2 dossiers/2020-09-02/a.ndjson 3");
    assertThat(counts(deployment))
        .containsExactly(
            "dossiers/2020-08-31/late.ndjson 3 2 1 0", "dossiers/2020-09-02/a.ndjson 3 1 2 0");
  }

  private static List<String> counts(Deployment deployment) {
    return deployment.rows(
        "ingest_file",
        "status = 'ingested'",
        "file",
        "rows_read",
        "accepted",
        "duplicates",
        "quarantined");
  }

  private static List<String> states(Deployment deployment) {
    return deployment.rows(
        "dossier", "true", "substring(dossier_code, 5)", "status", "file", "position");
  }

  private static String message(String name, String status) {
    return "{\"MaHoSo\":\"H47-"
        + name
        + "\",\"ChuHoSo\":\"An\",\"MaTTHC\":\"1.000001\",\"NgayTiepNhan\":\"20200801\","
        + "\"TrangThaiHoSo\":\""
        + status
        + "\"}";
  }
}
