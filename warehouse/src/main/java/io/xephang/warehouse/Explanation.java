package io.xephang.warehouse;

import java.util.List;

/**
 * Why a value is what it is.
 *
 * @param files that the evidence came from, by name
 */
public record Explanation(
    RankingQuestion question,
    ServedPublication publication,
    ExplainedIndicator indicator,
    ExplainedUnit unit,
    PublishedValue value,
    Evidence evidence,
    List<SourceFile> files) {

  public Explanation {
    files = List.copyOf(files);
  }

  /** Whether the evidence adds up to the published value; if not, one of them is wrong. */
  public boolean agrees() {
    return evidence.accountsFor(value);
  }

  /** What it rests on, as an annex says it. */
  public Sources sources() {
    return new Sources(files.stream().map(SourceFile::file).toList(), List.of());
  }
}
