package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.Milestones;
import io.xephang.jobs.Deployment;
import io.xephang.warehouse.ServedDatabase;
import io.xephang.warehouse.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deliveries, corrections, withdrawals and interruptions in any order: the end is that of one clean
 * run over the right files alone, and after every run the second computation agrees.
 */
@Tag("processes")
class RandomHistoryTest {
  private static final int NIGHTS = 3;

  @ParameterizedTest
  @ValueSource(longs = {1})
  void endsAsIfOnlyTheRightFilesHadEverCome(long seed, @TempDir Path folder) throws Exception {
    Random random = new Random(seed);
    Deployment messy = new Deployment(folder.resolve("messy"));
    RandomHistory history = new RandomHistory(messy, random);
    for (int night = 0; night < NIGHTS; night++) {
      history.something();
      if (random.nextInt(3) == 0) {
        history.interruptedRun();
      }
      history.run();
      verify(messy, seed, history);
    }

    Deployment clean = new Deployment(folder.resolve("clean"));
    history.rightFiles().forEach((file, lines) -> clean.land(file, lines.toArray(String[]::new)));
    clean.run();
    for (String table :
        List.of(
            "indicator_interval",
            "ranking_interval",
            "catalog_snapshot",
            "unit",
            "service",
            "dossier_count",
            "procedure_month",
            "period_value",
            "period_ranking")) {
      assertThat(messy.rows(table, "true", "*"))
          .as("%s equals that of one clean run (seed %d):\n%s", table, seed, history)
          .isEqualTo(clean.rows(table, "true", "*"));
    }
    // A statement has the name of the run that read it.
    String[] states =
        Deployment.DEFINITIONS.table("dossier").columnNames().stream()
            .filter(column -> !column.equals("statement_id"))
            .toArray(String[]::new);
    assertThat(messy.rows("dossier", "true", states))
        .as("dossiers equal those of one clean run (seed %d):\n%s", seed, history)
        .isEqualTo(clean.rows("dossier", "true", states));
    assertThat(
            clean.rows(
                "period_value",
                "true",
                "indicator",
                "unit_code",
                "period_type",
                "period_start",
                "data_date",
                "numerator",
                "denominator"))
        .as("periods equal what is counted one by one (seed %d):\n%s", seed, history)
        .isEqualTo(new NaivePeriods(history.rightFiles(), clean.publication().asOf()).values());
    String[] counts = {"file", "content_sha256", "rows_read", "quarantined"};
    assertThat(messy.rows("ingest_file", "status = 'ingested'", counts))
        .as("the ledger's statements in force (seed %d):\n%s", seed, history)
        .isEqualTo(clean.rows("ingest_file", "status = 'ingested'", counts));
    verify(clean, seed, history);
  }

  private static void verify(Deployment deployment, long seed, RandomHistory history)
      throws Exception {
    new ServedDatabase(deployment.home(), Deployment.DEFINITIONS, Milestones.UNHEARD)
        .build(deployment.publication(), List.of());
    assertThat(new Verification(deployment.home(), Deployment.DEFINITIONS).run().checks())
        .as("what DuckDB computes from nothing agrees (seed %d):\n%s", seed, history)
        .allSatisfy(check -> assertThat(check.examples()).isEmpty());
  }
}
