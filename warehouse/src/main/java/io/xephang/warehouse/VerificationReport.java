package io.xephang.warehouse;

import java.time.LocalDate;
import java.util.List;

/**
 * What a verification found.
 *
 * @param publication its id
 * @param asOf the date up to which it was computed
 * @param otherDefinitions whether it was computed under definitions other than those of now: then
 *     differences may come from them, and the next run computes everything anew
 * @param checks table by table; where files cannot be read, those alone
 */
public record VerificationReport(
    long publication, LocalDate asOf, boolean otherDefinitions, List<TableCheck> checks) {
  public VerificationReport {
    checks = List.copyOf(checks);
  }

  /** Whether there is no difference. */
  public boolean agrees() {
    return differences() == 0;
  }

  /** How many rows differ. */
  public long differences() {
    return checks.stream().mapToLong(TableCheck::differences).sum();
  }
}
