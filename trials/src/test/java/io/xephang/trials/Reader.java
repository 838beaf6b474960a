package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.warehouse.NoServedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Reads the served database all the while, and remembers what it was answered. */
final class Reader implements AutoCloseable {
  /** Often enough to look into every state, seldom enough to leave the runs the machine. */
  private static final int PAUSE_MILLIS = 8000;

  private final DeploymentHome home;
  private final SortedMap<Long, ServedState> answers = new ConcurrentSkipListMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private long reads;

  Reader(DeploymentHome home) {
    this.home = home;
    this.thread = new Thread(this::readOn, "reader of " + home.folder());
    thread.start();
  }

  private void readOn() {
    long newest = 0;
    try {
      while (!closed) {
        newest = Math.max(newest, readOnce(newest));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      wrong("the reader was interrupted");
    }
  }

  private long readOnce(long newest) {
    try {
      ServedState answer = ServedState.of(home);
      ServedState before = answers.putIfAbsent(answer.publication(), answer);
      if (before != null && !before.equals(answer)) {
        wrong("publication " + answer.publication() + " was answered in two ways");
      }
      if (answer.publication() < newest) {
        wrong("publication " + answer.publication() + " was read after " + newest);
      }
      reads++;
      return answer.publication();
    } catch (NoServedDatabase e) {
      if (newest > 0) {
        wrong("nothing was served after publication " + newest);
      }
      return 0;
    } catch (Exception e) {
      wrong(e.toString());
      return 0;
    }
  }

  private synchronized void wrong(String what) {
    wrong.add(what);
  }

  /** What a reader must never see; empty if all is well. */
  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** The answers so far, by publication. */
  Map<Long, ServedState> answers() {
    return new TreeMap<>(answers);
  }

  long reads() {
    return reads;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
