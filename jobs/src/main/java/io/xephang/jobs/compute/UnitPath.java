package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/** The units that something counts for which was handled by one of them. */
final class UnitPath {
  private UnitPath() {}

  /** The unit itself and every unit above it, up to the province or ministry. */
  static Column upToRoot(String unitColumn) {
    String groups = "split(" + unitColumn + ", '\\\\.')";
    return expr(
        "transform(sequence(1, size(%1$s)), n -> array_join(slice(%1$s, 1, n), '.'))"
            .formatted(groups));
  }

  /** The nation, as a whole and as the ministries or the provinces. */
  static Column nation(String unitColumn) {
    return expr(
        "array('VN', IF(startswith(%s, 'G'), 'VN.ministry', 'VN.province'))".formatted(unitColumn));
  }
}
