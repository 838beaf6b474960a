package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.xephang.jobs.SparkSchema;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.InvalidDefinition;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Whether the engine understands the predicates of the indicators, before anything is computed. */
public final class ComputationPredicates {
  /** What is known of a root in a rolled-up catalog. */
  static final List<String> FLAGS =
      List.of("eligible_level4", "on_national_portal", "run_by_ministry", "has_fee");

  private ComputationPredicates() {}

  /**
   * Checks all computations.
   *
   * @throws InvalidDefinition if a predicate is no SQL, names an unknown column, or is no condition
   */
  public static void check(SparkSession spark, Definitions definitions) {
    for (Indicator indicator : definitions.indicators().values()) {
      indicator
          .computation()
          .ifPresent(
              computation -> {
                Dataset<Row> counted = counted(spark, definitions, computation.rows());
                check(counted, indicator, "numerator", computation.numerator());
                check(counted, indicator, "denominator", computation.denominator());
              });
    }
  }

  /** An empty table with the columns that a predicate may speak of. */
  private static Dataset<Row> counted(
      SparkSession spark, Definitions definitions, Computation.Rows rows) {
    if (rows.areDossiers()) {
      return spark.createDataFrame(List.of(), SparkSchema.of(definitions.table("dossier")));
    }
    List<String> columns = new ArrayList<>(List.of("procedure_code", "service_level"));
    columns.addAll(FLAGS);
    Dataset<Row> catalog =
        spark.createDataFrame(List.of(), SparkSchema.of(definitions.table("service"), columns));
    return rows == Computation.Rows.CATALOG
        ? catalog
        : catalog.withColumn("dossiers", lit(0L)).withColumn("online_dossiers", lit(0L));
  }

  private static void check(
      Dataset<Row> catalog, Indicator indicator, String part, String predicate) {
    try {
      // Resolved when it is built; nothing is run.
      catalog.where(expr(predicate));
    } catch (Exception e) {
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
      throw new InvalidDefinition(
          "indicators/" + indicator.id() + ".yaml",
          "'computation."
              + part
              + "' is '"
              + predicate
              + "', expected a condition over "
              + List.of(catalog.columns())
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
