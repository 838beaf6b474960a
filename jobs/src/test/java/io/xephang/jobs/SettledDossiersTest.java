package io.xephang.jobs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.Publication.PublishedTable;
import io.xephang.home.RunStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights leave the files of settled dossiers alone, whatever is said of a few of them. */
class SettledDossiersTest {
  @Test
  void stayInTheirFilesWhenAFewAreSpokenOfAgain(@TempDir Path folder) {
    Deployment deployment = new Deployment(folder);
    deployment.land(
        "dossiers/2020-06-30/a.ndjson",
        message("april-settled", "20200402", "10"),
        message("april-again", "20200403", "10"),
        message("april-reopened", "20200406", "10"),
        message("april-open", "20200407", "4"),
        message("may-settled", "20200504", "3"));
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    PublishedTable first = dossiers(deployment);
    assertThat(first.deletes()).isEmpty();
    assertThat(shape(first)).containsExactly("2020-04 open", "2020-04 settled", "2020-05 settled");

    deployment.land(
        "dossiers/2020-07-01/a.ndjson",
        message("april-again", "20200403", "10"),
        message("april-reopened", "20200406", "4"),
        message("april-open", "20200407", "10"));
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(states(deployment))
        .containsExactly(
            "april-again 10 dossiers/2020-07-01/a.ndjson 1",
            "april-open 10 dossiers/2020-07-01/a.ndjson 3",
            "april-reopened 4 dossiers/2020-07-01/a.ndjson 2",
            "april-settled 10 dossiers/2020-06-30/a.ndjson 1",
            "may-settled 3 dossiers/2020-06-30/a.ndjson 5");
    PublishedTable second = dossiers(deployment);
    assertThat(second.files())
        .as("what is settled stays in its files")
        .containsAll(first.files().stream().filter(file -> file.contains("settled=true")).toList());
    assertThat(second.deletes()).as("one file names the two of April").hasSize(1);

    // What was said of them last is taken back: the rows that were deleted are true again.
    deployment.withdraw("dossiers/2020-07-01/a.ndjson");
    assertThat(states(deployment))
        .containsExactly(
            "april-again 10 dossiers/2020-06-30/a.ndjson 2",
            "april-open 4 dossiers/2020-06-30/a.ndjson 4",
            "april-reopened 10 dossiers/2020-06-30/a.ndjson 3",
            "april-settled 10 dossiers/2020-06-30/a.ndjson 1",
            "may-settled 3 dossiers/2020-06-30/a.ndjson 5");
  }

  /** Month and half of each file. */
  private static List<String> shape(PublishedTable dossiers) {
    return dossiers.files().stream()
        .map(
            file ->
                file.replaceFirst(
                    ".*received_at_month=(.*)/settled=(true|false)/.*", "$1 settled=$2"))
        .map(file -> file.replace("settled=true", "settled").replace("settled=false", "open"))
        .toList();
  }

  private static PublishedTable dossiers(Deployment deployment) {
    return deployment.publication().tables().get("dossier");
  }

  private static List<String> states(Deployment deployment) {
    return deployment.rows("dossier", "true", "dossier_code", "status", "file", "position");
  }

  private static String message(String code, String received, String status) {
    return List.of(
            "\"MaHoSo\":\"" + code + "\"",
            "\"MaTTHC\":\"1.000001.H47\"",
            "\"NgayTiepNhan\":\"" + received + "\"",
            "\"TrangThaiHoSo\":\"" + status + "\"")
        .stream()
        .collect(joining(",", "{", "}"));
  }
}
