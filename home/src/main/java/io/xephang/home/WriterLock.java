package io.xephang.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock of the operating system on a file: it dies with its process, so nothing is ever left to
 * repair. The file says who holds it, or held it last. Threads may share it.
 */
public final class WriterLock implements AutoCloseable {
  /**
   * Who holds which file within this process. The system's lock cannot tell: it belongs to the
   * process, and is lost as soon as any thread closes any channel on the file, be it for reading.
   */
  private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

  private static final String LOOK = "a look at the lock";

  /** Longer together than anybody looks whether the lock is held. */
  private static final int TRIES = 6;

  private static final int PAUSE_MILLIS = 50;

  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param holder one line about this process, for those who find the lock taken
   * @throws LockTaken if another process or thread holds it
   * @throws IOException if the file cannot be written
   */
  public static WriterLock take(Path file, String holder) throws IOException, LockTaken {
    Path real = real(file);
    String holderHere = HELD_HERE.putIfAbsent(real, holder);
    for (int tries = 1; LOOK.equals(holderHere) && tries < TRIES; tries++) {
      pause();
      holderHere = HELD_HERE.putIfAbsent(real, holder);
    }
    if (holderHere != null) {
      throw new LockTaken(holderHere);
    }
    try {
      return new WriterLock(real, lockedBy(holder, real));
    } catch (IOException | LockTaken e) {
      HELD_HERE.remove(real);
      throw e;
    }
  }

  /**
   * Whether any process or thread holds the lock now. Nobody is kept from taking it meanwhile.
   *
   * @throws IOException if the file cannot be read
   */
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Path real = real(file);
    if (HELD_HERE.putIfAbsent(real, LOOK) != null) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ);
        FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return shared == null;
    } finally {
      HELD_HERE.remove(real);
    }
  }

  private static Path real(Path file) throws IOException {
    return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
  }

  private static FileChannel lockedBy(String holder, Path file) throws IOException, LockTaken {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!locked(channel)) {
        throw new LockTaken(Files.readString(file, StandardCharsets.UTF_8).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      return channel;
    } catch (IOException | LockTaken e) {
      channel.close();
      throw e;
    }
  }

  /** Whoever looks has the lock for a moment, too. */
  private static boolean locked(FileChannel channel) throws IOException {
    for (int tries = 1; channel.tryLock() == null; tries++) {
      if (tries == TRIES) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD_HERE.remove(file);
      }
    }
  }

  /** Another writer is at work. */
  public static final class LockTaken extends Exception {
    private static final long serialVersionUID = 1L;

    LockTaken(String holder) {
      super("another writer is at work: " + holder);
    }
  }
}
