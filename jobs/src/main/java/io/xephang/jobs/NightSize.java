package io.xephang.jobs;

import io.xephang.jobs.landing.IngestPlan;
import io.xephang.jobs.landing.LedgerLine;
import java.util.stream.Stream;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * How much a run has to do, as far as it can be told beforehand. Most nights bring little, and then
 * compiling code for every query costs more than running it saves.
 */
enum NightSize {
  /** A few files: interpreted, in one partition. */
  SMALL("false", "NO_CODEGEN", "1"),
  /** The first delivery of a country, or other definitions: compiled, on all cores. */
  LARGE("true", "FALLBACK", "2");

  /** Measured: at 8 MB of catalogs both ways take the same time. */
  private static final long SMALL_BYTES = 4L << 20;

  /** Some 50 000 dossiers. */
  private static final long SMALL_STATE_BYTES = 2L << 20;

  private final String wholeStage;
  private final String factoryMode;
  private final String partitions;

  NightSize(String wholeStage, String factoryMode, String partitions) {
    this.wholeStage = wholeStage;
    this.factoryMode = factoryMode;
    this.partitions = partitions;
  }

  /**
   * The size of a run.
   *
   * @param dossierBytes size on disk of the dossiers' states, which a delivery has to be held
   *     against
   */
  static NightSize of(IngestPlan plan, boolean everythingAnew, long dossierBytes) {
    long bytes =
        Stream.concat(
                plan.toRead().stream().map(statement -> statement.landed().bytes()),
                Stream.concat(plan.ceased().stream(), plan.revived().stream())
                    .map(LedgerLine::landedBytes))
            .mapToLong(size -> size)
            .sum();
    boolean heldAgainstMany =
        dossierBytes > SMALL_STATE_BYTES && !plan.changed("dossiers").isEmpty();
    return everythingAnew || bytes > SMALL_BYTES || heldAgainstMany ? LARGE : SMALL;
  }

  /** Sets a session up for it. */
  void apply(SparkSession spark) {
    RuntimeConfig settings = spark.conf();
    settings.set("spark.sql.codegen.wholeStage", wholeStage);
    settings.set("spark.sql.codegen.factoryMode", factoryMode);
    settings.set("spark.sql.shuffle.partitions", partitions);
  }
}
