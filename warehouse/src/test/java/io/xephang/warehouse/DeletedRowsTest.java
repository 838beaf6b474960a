package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a night took out of files which stay as they are. */
class DeletedRowsTest {
  private static final String COLUMNS = "dossier_code, status, received_at";

  @TempDir private Path folder;

  @Test
  void areNotServedAndOthersOfTheirFileAre() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with("dossier", COLUMNS, "('whole', 10, '2020-05-04')")
            .with(
                "dossier",
                COLUMNS,
                "('first', 10, '2020-04-01')",
                "('stays', 10, '2020-04-02')",
                "('third', 10, '2020-04-03')");
    lake.deleting("dossier", lake.home().lake(), 0)
        // A second night; the lake was elsewhere when it wrote, and was moved since.
        .deleting("dossier", Path.of("/elsewhere/lake"), 2)
        .with("dossier", COLUMNS, "('first', 4, '2020-04-01')")
        .publish("2020-06-30");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.of(warehouse, "SELECT dossier_code, status FROM dossier ORDER BY ALL").rows())
          .containsExactly("first|4", "stays|10", "whole|10");
    }
  }
}
