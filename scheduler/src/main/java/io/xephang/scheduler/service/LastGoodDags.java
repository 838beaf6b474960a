package io.xephang.scheduler.service;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.dag.DagProblem;
import io.xephang.scheduler.dag.DagReading;
import io.xephang.scheduler.store.DagText;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dags as their files describe them, or did before a bad edit: neither a run at work nor a schedule
 * stops because somebody has mistyped. As in Airflow, which goes on with what it has serialized.
 */
final class LastGoodDags {
  private LastGoodDags() {}

  /**
   * Reads the folder, and keeps in the database what is good.
   *
   * @throws IOException if the folder cannot be read
   */
  static DagCatalog read(DagFolder folder, RunStore store) throws IOException {
    DagReading reading = folder.reading();
    return store.transact(
        rows -> {
          keep(reading, rows);
          return completed(folder, reading, rows);
        });
  }

  /**
   * Reads the folder, and keeps nothing: a command may have been given another folder than the
   * scheduler has.
   *
   * @throws IOException if the folder cannot be read
   */
  static DagCatalog look(DagFolder folder, RunStore store) throws IOException {
    DagReading reading = folder.reading();
    return store.transact(rows -> completed(folder, reading, rows));
  }

  private static void keep(DagReading reading, Transaction rows) throws SQLException {
    Map<String, DagText> kept = kept(rows);
    for (Dag dag : reading.catalog().dags().values()) {
      DagText good = new DagText(dag.id(), dag.file(), reading.texts().get(dag.file()));
      if (!good.equals(kept.remove(dag.id()))) {
        rows.texts().save(good);
      }
    }
    for (DagText before : kept.values()) {
      if (!reading.isBroken(before.file())) {
        // Its file is gone, or no longer speaks of it.
        rows.texts().delete(before.dagId());
      }
    }
  }

  private static Map<String, DagText> kept(Transaction rows) throws SQLException {
    Map<String, DagText> kept = new TreeMap<>();
    rows.texts().all().forEach(text -> kept.put(text.dagId(), text));
    return kept;
  }

  private static DagCatalog completed(DagFolder folder, DagReading reading, Transaction rows)
      throws SQLException {
    SortedMap<String, Dag> dags = new TreeMap<>(reading.catalog().dags());
    Set<String> outdated = new TreeSet<>();
    for (DagText before : kept(rows).values()) {
      if (!dags.containsKey(before.dagId()) && reading.isBroken(before.file())) {
        Optional<Dag> dag = folder.dag(before.dagId(), before.file(), before.text());
        if (dag.isPresent()) {
          dags.put(before.dagId(), dag.get());
          outdated.add(before.dagId());
        }
      }
    }
    return new DagCatalog(dags, problems(reading, dags, outdated), outdated);
  }

  private static List<DagProblem> problems(
      DagReading reading, Map<String, Dag> dags, Set<String> outdated) {
    List<DagProblem> problems = new ArrayList<>();
    for (DagProblem problem : reading.catalog().problems()) {
      List<String> goingOn =
          outdated.stream().filter(id -> dags.get(id).file().equals(problem.file())).toList();
      problems.add(
          goingOn.isEmpty()
              ? problem
              : new DagProblem(
                  problem.file(),
                  problem.line(),
                  problem.reason()
                      + "; bản trước vẫn chạy tiếp / the version before goes on: "
                      + String.join(", ", goingOn)));
    }
    return problems;
  }
}
