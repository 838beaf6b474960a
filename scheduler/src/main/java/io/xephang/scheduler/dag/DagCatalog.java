package io.xephang.scheduler.dag;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All dags of a folder, and what is wrong with the others. */
public record DagCatalog(SortedMap<String, Dag> dags, List<DagProblem> problems) {
  public DagCatalog {
    dags = Collections.unmodifiableSortedMap(new TreeMap<>(dags));
    problems = List.copyOf(problems);
  }

  /** The dag of this name. */
  public Optional<Dag> find(String dagId) {
    return Optional.ofNullable(dags.get(dagId));
  }
}
