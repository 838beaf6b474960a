package io.xephang.jobs.audit;

import io.xephang.schemas.table.Check.Severity;

/**
 * A check that did not hold.
 *
 * @param table the table
 * @param check name of the check
 * @param severity what it means for the run
 * @param detail how many rows, and what was expected
 */
public record Finding(String table, String check, Severity severity, String detail) {
  @Override
  public String toString() {
    return table + "." + check + ": " + detail;
  }
}
