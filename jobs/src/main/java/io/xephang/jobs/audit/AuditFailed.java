package io.xephang.jobs.audit;

import java.util.List;
import java.util.stream.Collectors;

/** A data check failed: nothing may be published. */
public final class AuditFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditFailed(List<Finding> failures) {
    super(
        "data checks failed, nothing was published: "
            + failures.stream().map(Finding::toString).collect(Collectors.joining("; ")));
  }
}
