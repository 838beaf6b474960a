package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.expr;

import io.xephang.jobs.SparkSchema;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.InvalidDefinition;
import io.xephang.schemas.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Whether the engine understands the predicates of the indicators, before anything is computed. */
public final class CatalogPredicates {
  /** What is known of a root in a rolled-up catalog. */
  static final List<String> FLAGS =
      List.of("eligible_level4", "on_national_portal", "run_by_ministry", "has_fee");

  private CatalogPredicates() {}

  /**
   * Checks all computations over catalogs.
   *
   * @throws InvalidDefinition if a predicate is no SQL, names an unknown column, or is no condition
   */
  public static void check(SparkSession spark, Definitions definitions) {
    List<String> columns = new ArrayList<>(List.of("procedure_code", "service_level"));
    columns.addAll(FLAGS);
    Dataset<Row> catalog =
        spark.createDataFrame(List.of(), SparkSchema.of(definitions.table("service"), columns));
    for (Indicator indicator : definitions.indicators().values()) {
      indicator
          .computation()
          .ifPresent(
              computation -> {
                check(catalog, indicator, "numerator", computation.numerator());
                check(catalog, indicator, "denominator", computation.denominator());
              });
    }
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
