package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;

import io.xephang.home.CheckFinding;
import io.xephang.schemas.table.Reference;
import io.xephang.schemas.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Whether what tables refer to is known; each column that is referred to is asked once. */
final class ReferenceAudit {
  private static final int SHOWN = 5;

  private ReferenceAudit() {}

  /** The values of a column that refers to another table. */
  record Referred(Table table, Reference reference, List<String> values) {}

  /**
   * Looks everything up.
   *
   * @param tables any table, whole
   */
  static List<CheckFinding> of(List<Referred> referred, Function<String, Dataset<Row>> tables) {
    record Target(String table, String column) {
      String name() {
        return table + "." + column;
      }
    }
    Map<String, Target> targets = new TreeMap<>();
    Map<String, Set<String>> asked = new TreeMap<>();
    for (Referred values : referred) {
      Target target = new Target(values.reference().table(), values.reference().to());
      targets.put(target.name(), target);
      asked.computeIfAbsent(target.name(), name -> new HashSet<>()).addAll(values.values());
    }
    Map<String, Set<String>> known = new TreeMap<>();
    targets.forEach(
        (name, target) ->
            known.put(name, known(tables.apply(target.table()), target.column(), asked.get(name))));
    List<CheckFinding> findings = new ArrayList<>();
    for (Referred values : referred) {
      TreeSet<String> unknown = new TreeSet<>(values.values());
      unknown.removeAll(known.get(values.reference().table() + "." + values.reference().to()));
      if (!unknown.isEmpty()) {
        findings.add(
            CheckFinding.of(
                values.table().name() + "." + values.reference().name(),
                Outcomes.ofRule(values.reference().otherwise()),
                unknown.size(),
                values.reference().rule(),
                unknown.stream()
                    .limit(SHOWN)
                    .map(value -> values.reference().column() + " " + value)
                    .toList()));
      }
    }
    return findings;
  }

  private static Set<String> known(Dataset<Row> table, String column, Set<String> asked) {
    return asked.isEmpty()
        ? Set.of()
        : Set.copyOf(
            new HashSet<>(
                table
                    .where(col(column).isin(asked.toArray()))
                    .select(column)
                    .as(Encoders.STRING())
                    .collectAsList()));
  }
}
