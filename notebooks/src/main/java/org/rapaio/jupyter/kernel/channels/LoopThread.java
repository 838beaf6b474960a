package org.rapaio.jupyter.kernel.channels;

import java.util.concurrent.CountDownLatch;

/**
 * Does the same thing again and again until it is shut down: the kernel reads its messages so.
 *
 * <p>It stands in the place of the kernel's own class of this name (version 3.0.1), which is behind
 * it on the class path. That one marks itself as running after it has started, so that it ends at
 * once if it is quick, and then nobody reads what a notebook says: about one start in ten. It also
 * begins before the kernel knows how to answer. This one begins when {@link #begin} says so.
 */
public final class LoopThread extends Thread {
  private static final CountDownLatch BEGUN = new CountDownLatch(1);

  private final long pause;
  private final Runnable step;
  private volatile boolean goesOn = true;

  /**
   * A loop that is not started.
   *
   * @param pause milliseconds between two steps
   */
  public LoopThread(String name, long pause, Runnable step) {
    super(name);
    this.pause = pause;
    this.step = step;
  }

  /** Lets all loops begin: the kernel is ready. */
  public static void begin() {
    BEGUN.countDown();
  }

  /** Ends the loop after the step that it is at. */
  public void shutdown() {
    goesOn = false;
  }

  @Override
  public void run() {
    try {
      BEGUN.await();
      while (goesOn) {
        step.run();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
