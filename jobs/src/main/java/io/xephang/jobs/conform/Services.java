package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Catalog rows to services: each root of a snapshot once. */
public final class Services {
  private Services() {}

  /**
   * Of the rows of one root the highest level counts, and yes/no columns are yes if any row says
   * yes; names come from the first row by file name and position.
   *
   * @param catalogRows rows of the table catalog_row that are in force
   * @return rows of the table service
   */
  public static Dataset<Row> of(Dataset<Row> catalogRows) {
    return catalogRows
        .groupBy("unit_code", "scope_code", "snapshot_date", "procedure_code")
        .agg(
            min_by(
                    struct(
                        "written_code",
                        "procedure_name",
                        "field_code",
                        "field_name",
                        "admin_level",
                        "max_days",
                        "file"),
                    struct(col("file"), col("position")))
                .as("first"),
            max("service_level").as("service_level"),
            bool_or(col("eligible_level4")).as("eligible_level4"),
            bool_or(col("on_national_portal")).as("on_national_portal"),
            bool_or(col("run_by_ministry")).as("run_by_ministry"),
            bool_or(col("has_fee")).as("has_fee"))
        .select(
            "unit_code",
            "scope_code",
            "snapshot_date",
            "procedure_code",
            "first.*",
            "service_level",
            "eligible_level4",
            "on_national_portal",
            "run_by_ministry",
            "has_fee");
  }
}
