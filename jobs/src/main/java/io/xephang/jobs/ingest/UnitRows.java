package io.xephang.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import io.xephang.schemas.Validity;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitKind;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of the table unit_row as units. */
final class UnitRows {
  private UnitRows() {}

  /** In order of precedence: of two that say the same, the greatest file name, then position. */
  static List<Unit> described(Dataset<Row> rows) {
    return rows.orderBy(col("file"), col("position")).collectAsList().stream()
        .map(UnitRows::unit)
        .toList();
  }

  private static Unit unit(Row row) {
    String code = row.getAs("unit_code");
    String name = row.getAs("unit_name");
    String parent = row.getAs("parent_code");
    String aliases = row.getAs("aliases");
    return new Unit(
        code,
        name,
        name,
        UnitKind.parse(row.<String>getAs("kind")).orElseThrow(),
        parent == null ? new UnitCode(code).parent().map(UnitCode::value).orElse(null) : parent,
        null,
        new Validity(row.getAs("valid_from"), row.getAs("valid_to")),
        null,
        aliases == null
            ? List.of()
            : List.of(aliases.split("\\|")).stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList(),
        true);
  }
}
