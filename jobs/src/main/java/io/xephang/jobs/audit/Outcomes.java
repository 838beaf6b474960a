package io.xephang.jobs.audit;

import io.xephang.home.CheckFinding.Outcome;
import io.xephang.schemas.table.Check.Severity;

/** What the definitions call the severity of a check, as what it means for a run. */
final class Outcomes {
  private Outcomes() {}

  /** Of a rule that the product's own tables must keep. */
  static Outcome ofRule(Severity severity) {
    return severity == Severity.FAIL ? Outcome.BROKEN : Outcome.WARNED;
  }

  /** Of what senders may rightly say, but seldom do. */
  static Outcome ofComparison(Severity severity) {
    return severity == Severity.FAIL ? Outcome.FAILED : Outcome.WARNED;
  }
}
