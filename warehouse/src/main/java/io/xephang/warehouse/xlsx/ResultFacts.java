package io.xephang.warehouse.xlsx;

import java.util.Set;

/**
 * What was noticed while a result was written.
 *
 * @param rows how many there were
 * @param indicators the ids that stand in a column of that name
 * @param textsCut cells whose text was too long for Excel
 */
public record ResultFacts(long rows, Set<String> indicators, long textsCut) {
  public ResultFacts {
    indicators = Set.copyOf(indicators);
  }
}
