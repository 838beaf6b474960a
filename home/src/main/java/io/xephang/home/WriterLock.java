package io.xephang.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock of the operating system on a file: it dies with its process, so nothing is ever left to
 * repair. The file says who holds it, or held it last.
 */
public final class WriterLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private WriterLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @param holder one line about this process, for those who find the lock taken
   * @throws LockTaken if another process or thread holds it
   * @throws IOException if the file cannot be written
   */
  public static WriterLock take(Path file, String holder) throws IOException, LockTaken {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        return new WriterLock(channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds it; the same answer as for another process.
    }
    channel.close();
    throw new LockTaken(Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  /** Another writer is at work. */
  public static final class LockTaken extends Exception {
    private static final long serialVersionUID = 1L;

    LockTaken(String holder) {
      super("another writer is at work: " + holder);
    }
  }
}
