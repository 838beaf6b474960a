package io.xephang.jobs;

import io.xephang.home.CheckFinding;
import java.util.List;
import java.util.stream.Collectors;

/** A data check failed: nothing may be published. */
public final class AuditFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RunSummary summary;

  /**
   * @param summary what the run has read and rejected, and all that was found, warnings too
   */
  AuditFailed(RunSummary summary) {
    super(summary.message());
    this.summary = summary;
  }

  /** What failed, as a sentence. */
  static String message(List<CheckFinding> findings) {
    return "kiểm tra dữ liệu không đạt, không công bố / data checks failed, nothing was published: "
        + findings.stream()
            .filter(CheckFinding::stops)
            .map(CheckFinding::toString)
            .collect(Collectors.joining("; "));
  }

  public List<CheckFinding> findings() {
    return summary.findings();
  }

  /** What the run did up to then. */
  public RunSummary summary() {
    return summary;
  }
}
