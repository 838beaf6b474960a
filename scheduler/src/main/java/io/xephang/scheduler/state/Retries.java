package io.xephang.scheduler.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;

/**
 * How often, and after what pause, a task that failed is tried again.
 *
 * @param count further attempts after the first
 * @param pause before the next attempt
 * @param multiplier by which the pause grows from attempt to attempt; 0 or 1 if it does not
 * @param longest the longest pause
 */
public record Retries(int count, Duration pause, double multiplier, Optional<Duration> longest) {
  /** Airflow's setting {@code max_task_retry_delay}, for growing pauses. */
  private static final Duration LONGEST_GROWN = Duration.ofDays(1);

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  public Retries {
    if (count < 0 || pause.isNegative() || multiplier < 0) {
      throw new IllegalArgumentException("negative retries: " + count + ", " + pause);
    }
  }

  /**
   * The pause after an attempt failed. Growing pauses are spread by a hash of the attempt, so that
   * tasks that failed together are not tried again together; the same attempt always has the same.
   *
   * @param attempt the one that failed, 1 for the first
   * @param name of the attempt's task: dag, task and logical date as Airflow hashes them
   */
  public Duration after(int attempt, String name) {
    if (multiplier == 0 || multiplier == 1) {
      return pause;
    }
    double grown = seconds(pause).doubleValue() * Math.pow(multiplier, attempt - 1);
    BigInteger least =
        Double.isInfinite(grown)
            ? BigInteger.valueOf(LONGEST_GROWN.toSeconds())
            : new BigDecimal(grown)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger()
                .max(BigInteger.ONE);
    BigInteger spread = least.add(hash(name + "#" + attempt).mod(least));
    Duration after =
        Duration.ofSeconds(
            spread.min(BigInteger.valueOf(LONGEST_GROWN.toSeconds())).longValueExact());
    return longest.filter(most -> most.compareTo(after) < 0).orElse(after);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos()).divide(NANOS);
  }

  private static BigInteger hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
