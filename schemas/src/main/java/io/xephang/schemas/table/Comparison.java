package io.xephang.schemas.table;

import io.xephang.schemas.Required;
import java.util.List;

/**
 * What may not change too much from one publication to the next: rows that hold on the as-of date
 * of the one in the making beside those that held on that of the last one. It speaks of what
 * senders say, not of the product's own rules, so an operator may accept what it finds.
 *
 * <p>The table has valid_from and valid_to (exclusive, null = open).
 *
 * @param by columns by which a row is found again
 * @param checks predicates over the columns of {@code after} and {@code before}
 */
public record Comparison(List<String> by, List<Check> checks) {
  public Comparison {
    by = Required.nonEmpty("by", by);
    checks = Required.nonEmpty("checks", checks);
  }
}
