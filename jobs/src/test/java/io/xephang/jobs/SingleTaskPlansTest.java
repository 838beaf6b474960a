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
    spark
        .sql("SELECT nullif(max(k), 3) AS k, sum(v) AS s FROM a GROUP BY k")
        .createOrReplaceTempView("n");
    spark
        .range(0, 30, 1, 3)
        .selectExpr("id % 5 AS k", "-id AS v")
        .localCheckpoint()
        .createOrReplaceTempView("few");
    spark
        .range(0, 90, 1, 9)
        .selectExpr("id % 5 AS k", "-id AS v")
        .localCheckpoint()
        .createOrReplaceTempView("many");
    spark
        .sql("SELECT * FROM VALUES (1L, -1L), (1L, -2L), (NULL, -3L), (4L, -4L) AS t(k, v)")
        .createOrReplaceTempView("l");
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
        "SELECT /*+ BROADCAST(l) */ n.k, n.s, l.v FROM n JOIN l ON n.k = l.k AND n.s > l.v",
        "SELECT /*+ BROADCAST(l) */ n.k, n.s, l.v FROM n LEFT JOIN l ON n.k = l.k",
        "SELECT /*+ BROADCAST(l) */ n.k, n.s, l.v FROM l RIGHT JOIN n ON n.k = l.k",
        "SELECT /*+ BROADCAST(l) */ n.k, n.s FROM n LEFT SEMI JOIN l ON n.k <=> l.k",
        "SELECT /*+ BROADCAST(l) */ n.k, n.s FROM n LEFT ANTI JOIN l ON n.k = l.k",
        "SELECT /*+ BROADCAST(few) */ n.k, n.s, few.v FROM n LEFT JOIN few ON n.k = few.k",
        "SELECT /*+ BROADCAST(e) */ n.k, e.v FROM n LEFT JOIN (SELECT max(k) AS k, sum(v) AS v"
            + " FROM l GROUP BY k HAVING count(*) > 99) e ON n.k = e.k",
        "SELECT k, s FROM n WHERE EXISTS (SELECT 1 FROM l WHERE l.k = n.k) OR s > 99",
        // What was built for one join is joined again.
        "SELECT /*+ BROADCAST(m) */ n.k, m.s FROM n JOIN (SELECT /*+ BROADCAST(l) */ n.k, l.v AS s"
            + " FROM n JOIN l ON n.k = l.k) m ON n.k = m.k",
      })
  void aQueryInOneTaskAnswersTheSame(String query) {
    Dataset<Row> large = planned(query, NightSize.LARGE);
    assertThat(plan(large)).contains("Exchange");
    List<String> shuffled = answer(large);
    Dataset<Row> small = planned(query, NightSize.SMALL);
    assertThat(plan(small)).doesNotContain("Exchange").contains("Coalesce 1");

    assertThat(answer(small)).isNotEmpty().isEqualTo(shuffled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // What is read in many tasks is served by a broadcast, or is what is broadcast.
        "SELECT /*+ BROADCAST(l) */ many.k, many.v FROM many LEFT SEMI JOIN l ON many.k = l.k",
        "SELECT /*+ BROADCAST(many) */ n.k, n.s, many.v FROM n JOIN many ON n.k = many.k",
        // Only a broadcast tells NULL from "not in".
        "SELECT k, s FROM n WHERE k NOT IN (SELECT nullif(k, 0) FROM b WHERE k < 2)",
        "SELECT k, s FROM n WHERE k NOT IN (SELECT k FROM b WHERE k < 2)",
      })
  void aBroadcastThatIsNeededStays(String query) {
    List<String> large = answer(planned(query, NightSize.LARGE));
    Dataset<Row> small = planned(query, NightSize.SMALL);

    assertThat(plan(small)).contains("BroadcastHashJoin");
    assertThat(answer(small)).isEqualTo(large);
  }

  private static List<String> answer(Dataset<Row> query) {
    return query.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static String plan(Dataset<Row> query) {
    return query.queryExecution().executedPlan().toString();
  }

  /** Planned at the first look, which has to come before another size is set. */
  private Dataset<Row> planned(String query, NightSize size) {
    size.apply(spark);
    return spark.sql(query);
  }
}
