package io.xephang.jobs.compute;

import io.xephang.jobs.SparkSchema;
import io.xephang.schemas.table.Table;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitRegister;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** The register of units as rows of the table unit. */
public final class UnitTable {
  private UnitTable() {}

  /** All versions of all units. */
  public static List<Row> rows(UnitRegister register, Table table) {
    StructType schema = SparkSchema.of(table);
    return register.units().stream().map(unit -> row(unit, schema)).toList();
  }

  private static Row row(Unit unit, StructType schema) {
    return new GenericRowWithSchema(
        new Object[] {
          unit.code(),
          unit.name(),
          unit.fullName(),
          unit.kind() == null ? null : unit.kind().id(),
          unit.parentCode(),
          unit.scopeCode(),
          unit.region(),
          unit.validity().from(),
          unit.validity().to(),
          unit.successorCode(),
          unit.listed()
        },
        schema);
  }

  /**
   * The provinces and ministries whose values may be different at any time because units did, or
   * their names. A code that no feed describes, new or gone, changes nothing but what its own
   * catalogs do.
   */
  public static Set<String> changedScopes(Collection<Row> before, Collection<Row> after) {
    Set<Row> changed = new HashSet<>(before);
    changed.removeAll(Set.copyOf(after));
    Set<Row> added = new HashSet<>(after);
    added.removeAll(Set.copyOf(before));
    changed.addAll(added);
    changed.removeIf(row -> row.getAs("kind") == null);
    Set<String> scopes = new TreeSet<>();
    for (Row row : changed) {
      String scope = row.getAs("province_code");
      if (scope != null) {
        scopes.add(scope);
      }
    }
    return scopes;
  }
}
