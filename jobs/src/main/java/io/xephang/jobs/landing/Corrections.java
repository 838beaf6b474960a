package io.xephang.jobs.landing;

import java.util.Set;

/**
 * What an operator asks of statements that came before. Files are named as in the ledger: feed,
 * date folder and name without {@code .gz}.
 *
 * @param withdrawn statements to take back, as if they had never come
 * @param restored statements that were taken back by mistake
 * @param retry whether statements with rejected rows are judged again
 */
public record Corrections(Set<String> withdrawn, Set<String> restored, boolean retry) {
  public static final Corrections NONE = new Corrections(Set.of(), Set.of(), false);

  public Corrections {
    withdrawn = Set.copyOf(withdrawn);
    restored = Set.copyOf(restored);
  }

  /** A file that the correction does not fit: the message says what is known of it. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
