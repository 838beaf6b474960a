package io.xephang.scheduler.dag;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All dags of a folder, and what is wrong with the others.
 *
 * @param outdated ids of those dags that are as their files described them before a bad edit
 */
public record DagCatalog(
    SortedMap<String, Dag> dags, List<DagProblem> problems, Set<String> outdated) {
  public DagCatalog {
    dags = Collections.unmodifiableSortedMap(new TreeMap<>(dags));
    problems = List.copyOf(problems);
    outdated = Set.copyOf(outdated);
  }

  /** Dags as their files describe them now. */
  public DagCatalog(SortedMap<String, Dag> dags, List<DagProblem> problems) {
    this(dags, problems, Set.of());
  }

  /** Whether a dag is as its file described it before a bad edit. */
  public boolean isOutdated(Dag dag) {
    return outdated.contains(dag.id());
  }

  /** The dag of this name. */
  public Optional<Dag> find(String dagId) {
    return Optional.ofNullable(dags.get(dagId));
  }
}
