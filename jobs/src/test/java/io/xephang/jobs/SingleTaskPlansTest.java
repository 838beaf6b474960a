package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleTaskPlansTest {
  @TempDir private Path folder;
  private SparkSession spark;

  @BeforeEach
  void rowsInSeveralPartitions() {
    spark = SharedSpark.session(new DeploymentHome(folder));
    spark.range(0, 40, 1, 5).selectExpr("id % 7 AS k", "id AS v").createOrReplaceTempView("a");
    spark.range(0, 30, 1, 3).selectExpr("id % 5 AS k", "-id AS v").createOrReplaceTempView("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT k, sum(v) FROM a GROUP BY k",
        "SELECT count(DISTINCT k), min(v) FROM a",
        "SELECT k, v FROM a ORDER BY v DESC",
        "SELECT k, v, rank() OVER (PARTITION BY k ORDER BY v) FROM a",
        // A union of groupings by one key is grouped by it again.
        "SELECT k, sum(n) FROM (SELECT k, count(*) AS n FROM a GROUP BY k UNION ALL"
            + " SELECT k, count(*) AS n FROM b GROUP BY k) GROUP BY k",
        "SELECT /*+ MERGE(b) */ a.k, count(*) FROM a JOIN b ON a.k = b.k GROUP BY a.k",
        "SELECT /*+ SHUFFLE_HASH(b) */ a.k, a.v FROM a LEFT ANTI JOIN b ON a.k = b.k",
        "SELECT /*+ MERGE(w) */ u.k, u.n, w.r FROM (SELECT k, count(*) AS n FROM a GROUP BY k"
            + " UNION ALL SELECT k, 0 FROM b) u JOIN (SELECT k, rank() OVER (PARTITION BY k ORDER BY"
            + " v) AS r FROM b) w ON u.k = w.k",
      })
  void aQueryInOneTaskAnswersTheSame(String query) {
    List<String> shuffled = answer(query, 2);
    List<String> inOneTask = answer(query, 1);

    assertThat(inOneTask).isNotEmpty().isEqualTo(shuffled);
    assertThat(plan(query, 2)).contains("Exchange");
    assertThat(plan(query, 1)).doesNotContain("Exchange").contains("Coalesce 1");
  }

  private List<String> answer(String query, int partitions) {
    return planned(query, partitions).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private String plan(String query, int partitions) {
    return planned(query, partitions).queryExecution().executedPlan().toString();
  }

  private Dataset<Row> planned(String query, int partitions) {
    spark.conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
    return spark.sql(query);
  }
}
