package io.xephang.jobs.audit;

import io.xephang.home.CheckFinding;
import java.util.List;
import java.util.stream.Collectors;

/** A data check failed: nothing may be published. */
public final class AuditFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CheckFinding> findings;

  /**
   * @param findings all that was found, warnings too
   */
  public AuditFailed(List<CheckFinding> findings) {
    super(
        "data checks failed, nothing was published: "
            + findings.stream()
                .filter(CheckFinding::stops)
                .map(CheckFinding::toString)
                .collect(Collectors.joining("; ")));
    this.findings = List.copyOf(findings);
  }

  public List<CheckFinding> findings() {
    return findings;
  }
}
