package io.xephang.scheduler.dag;

import java.util.Map;

/**
 * What was found in a folder of dags.
 *
 * @param texts the text of each file that could be read, by name
 */
public record DagReading(DagCatalog catalog, Map<String, String> texts) {
  public DagReading {
    texts = Map.copyOf(texts);
  }

  /** Whether something is wrong with a file that is there. */
  public boolean isBroken(String file) {
    return catalog.problems().stream().anyMatch(problem -> problem.file().equals(file));
  }
}
