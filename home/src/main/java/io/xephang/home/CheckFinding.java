package io.xephang.home;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A data check that did not hold.
 *
 * @param check table and name, such as {@code indicator_interval.rate_jumped}
 * @param rows how many rows it found
 * @param rule what should have held
 * @param examples some of the rows
 * @param acceptedBecause the operator's reason; null unless it was accepted
 */
public record CheckFinding(
    String check,
    Outcome outcome,
    long rows,
    String rule,
    List<String> examples,
    String acceptedBecause) {

  public CheckFinding {
    examples = List.copyOf(examples);
  }

  /** A finding that nobody has accepted. */
  public static CheckFinding of(
      String check, Outcome outcome, long rows, String rule, List<String> examples) {
    return new CheckFinding(check, outcome, rows, rule, examples, null);
  }

  /** The same, published all the same. */
  public CheckFinding accepted(String reason) {
    return new CheckFinding(check, Outcome.ACCEPTED, rows, rule, examples, reason);
  }

  /** Whether nothing may be published because of it. */
  public boolean stops() {
    return outcome == Outcome.BROKEN || outcome == Outcome.FAILED;
  }

  /** What a finding means for the run. */
  public enum Outcome {
    /** A rule of the product itself is broken: nothing is published, whatever anybody says. */
    BROKEN,
    /** What was sent looks wrong: nothing is published unless an operator accepts it. */
    FAILED,
    /** It is said, and published all the same. */
    WARNED,
    /** It would have failed, but an operator has accepted it. */
    ACCEPTED;

    /** As it stands in the view {@code audit_finding}. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return check
        + ": "
        + rows
        + " dòng trái quy tắc / rows against the rule: "
        + rule
        + (examples.isEmpty() ? "" : ", ví dụ / for one " + examples.get(0));
  }
}
