package io.xephang.jobs;

import io.xephang.home.DeploymentHome;
import io.xephang.jobs.lake.Lake;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** How the session of a run is set up. */
public final class SparkSessions {
  private SparkSessions() {}

  /** The settings that the computations rely on, and those that make a small local run quick. */
  public static Map<String, String> settings(DeploymentHome home) {
    Map<String, String> settings = new TreeMap<>();
    // All times are Vietnamese wall-clock times without a zone; this only fixes what Spark prints.
    settings.put("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    settings.put("spark.sql.ansi.enabled", "true");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.sql.shuffle.partitions", "2");
    settings.put("spark.default.parallelism", "2");
    // Tables of a night are small: planning again after each stage costs more than it saves.
    settings.put("spark.sql.adaptive.enabled", "false");
    // What a union tells of its partitions stands no more once SingleTaskPlans took shuffles out.
    settings.put("spark.sql.unionOutputPartitioning", "false");
    // Every sort and grouping takes a page at least. Spark makes them as large as a sixteenth of a
    // core's memory; a query in one task has many open at a time.
    settings.put("spark.buffer.pageSize", "4m");
    settings.put("spark.sql.ui.retainedExecutions", "1");
    // A run has some hundred pieces of generated code; with room for 100 it compiles many twice.
    settings.put("spark.sql.codegen.cache.maxEntries", "5000");
    // Iceberg writes to branches only with its extensions.
    settings.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions,"
            + SingleTaskPlans.class.getName());
    String catalog = "spark.sql.catalog." + Lake.SPARK_CATALOG;
    settings.put(catalog, "org.apache.iceberg.spark.SparkCatalog");
    settings.put(catalog + ".type", "jdbc");
    settings.put(catalog + ".cache-enabled", "false");
    Lake.properties(home).forEach((key, value) -> settings.put(catalog + "." + key, value));
    return settings;
  }

  /** The one session of a run; {@code spark.master} may be set from outside. */
  public static SparkSession start(DeploymentHome home) {
    SparkSession.Builder builder = SparkSession.builder().appName("xephang");
    if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
    }
    settings(home).forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    nameQueries(session);
    return session;
  }

  /**
   * Names all queries of this thread alike. Spark's pages, which are off, would show where in the
   * program a query comes from; for that Spark reads the stack for each of its datasets and jobs.
   */
  static void nameQueries(SparkSession session) {
    for (String form : List.of("callSite.short", "callSite.long")) {
      session.sparkContext().setLocalProperty(form, "xephang");
    }
  }
}
