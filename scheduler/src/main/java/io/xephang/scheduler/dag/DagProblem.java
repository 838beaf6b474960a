package io.xephang.scheduler.dag;

/**
 * Why a dag, or a whole file, cannot be used.
 *
 * @param file below the folder of dags
 * @param line counts from 1
 * @param reason what was found, what was expected
 */
public record DagProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + ", dòng / line " + line + ": " + reason;
  }
}
