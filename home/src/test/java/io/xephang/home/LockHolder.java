package io.xephang.home;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own: takes the lock and holds it until its input ends. */
final class LockHolder {
  private LockHolder() {}

  /** Arguments: the lock file, the holder's line. Says "held" or why it was refused. */
  public static void main(String[] args) throws IOException {
    try (WriterLock lock = WriterLock.take(Path.of(args[0]), args[1])) {
      System.out.println("held");
      System.in.transferTo(System.err);
    } catch (WriterLock.LockTaken e) {
      System.out.println(e.getMessage());
    }
  }
}
