package io.xephang.trials;

import io.xephang.home.Milestones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * In the processes under trial: at each milestone that the trial names it says which process has
 * reached it and goes no further, until it is killed or told to go on.
 */
public final class StopAtMilestone implements Milestones {
  /** The milestones in order, by commas; {@code published} stands for {@code published 12} too. */
  static final String MILESTONES = "XEPHANG_TRIAL_STOPS";

  /** A file that gets the process id; when it is gone the process goes on. */
  static final String SIGN = "XEPHANG_TRIAL_SIGN";

  /** Those ahead. A run may serve twice: what was left to do first, and what it has published. */
  private static final Queue<String> AHEAD =
      new ConcurrentLinkedQueue<>(
          List.of(Objects.requireNonNullElse(System.getenv(MILESTONES), "").split(",")));

  @Override
  public void reached(String milestone) {
    String stop = AHEAD.peek();
    if (stop == null
        || !(milestone.equals(stop) || milestone.startsWith(stop + " "))
        || !AHEAD.remove(stop)) {
      return;
    }
    Path sign = Path.of(System.getenv(SIGN));
    try {
      Path part = Files.createTempFile(sign.getParent(), "sign", ".part");
      Files.writeString(part, String.valueOf(ProcessHandle.current().pid()));
      Files.move(part, sign, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (Files.exists(sign)) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
