package io.xephang.jobs;

import com.holdenkarau.spark.testing.SharedJavaSparkContext;
import io.xephang.home.DeploymentHome;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** One Spark context for all tests of the JVM; each deployment gets a session of its own on it. */
final class SharedSpark extends SharedJavaSparkContext {
  private static final SharedSpark SHARED = new SharedSpark();

  private SharedSpark() {}

  @Override
  public SparkConf conf() {
    SparkConf conf = super.conf();
    settings().forEach(conf::set);
    return conf;
  }

  private static Map<String, String> settings() {
    return SparkSessions.settings(new DeploymentHome(Path.of("target", "no-home")));
  }

  /** A session whose lake is that of the home. */
  static synchronized SparkSession session(DeploymentHome home) {
    SHARED.runBefore();
    SparkSession session =
        SparkSession.builder().sparkContext(SHARED.sc()).getOrCreate().newSession();
    SparkSessions.settings(home)
        .forEach(
            (key, value) -> {
              if (key.startsWith("spark.sql.catalog.")
                  || key.equals("spark.sql.shuffle.partitions")) {
                session.conf().set(key, value);
              }
            });
    SparkSessions.nameQueries(session);
    return session;
  }
}
