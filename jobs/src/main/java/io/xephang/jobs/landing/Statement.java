package io.xephang.jobs.landing;

import java.io.Serializable;

/** A file that this run reads, and the statement that its rows will belong to. */
public record Statement(String statementId, LandedFile landed) implements Serializable {

  /** The statement that a run reads from a file: a run reads a file once at most. */
  static Statement of(LandedFile landed, String runId) {
    return new Statement(landed.file() + "@" + runId, landed);
  }
}
