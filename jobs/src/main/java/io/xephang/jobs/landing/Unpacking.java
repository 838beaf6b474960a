package io.xephang.jobs.landing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, unpacked on the way if it is gzipped. A gzipped file may unpack to {@value
 * #ALWAYS_ALLOWED} bytes, beyond that to {@value #RATIO} times its size, and to {@value #MOST}
 * bytes at most: a catalog packs to a twentieth, a gzip bomb to a thousandth.
 */
public final class Unpacking {
  /** Unpacked bytes that any file may have. */
  public static final long ALWAYS_ALLOWED = 64L << 20;

  /** Unpacked bytes that a byte on disk may stand for, beyond {@link #ALWAYS_ALLOWED}. */
  public static final long RATIO = 100;

  /** Unpacked bytes that no file may exceed. */
  public static final long MOST = 4L << 30;

  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened; what its content has wrong shows on reading
   */
  public static InputStream open(Path path, boolean gzipped) throws IOException {
    long allowed = Math.min(MOST, Math.max(ALWAYS_ALLOWED, RATIO * Files.size(path)));
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    return gzipped ? new Bounded(new LazyGzip(bytes), allowed) : bytes;
  }

  /** A stream that refuses to give more than it may. */
  public static final class Bounded extends FilterInputStream {
    private final long allowed;
    private long given;

    public Bounded(InputStream in, long allowed) {
      super(in);
      this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      if (one >= 0) {
        counted(1);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      return read < 0 ? read : counted(read);
    }

    private int counted(int read) throws IOException {
      given += read;
      if (given > allowed) {
        throw new TooLarge(allowed);
      }
      return read;
    }
  }

  /** A packed file that unpacks to more than it may. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLarge(long allowed) {
      super("it unpacks to more than the " + (allowed >> 20) + " MiB that a file of its size may");
    }
  }

  /** Opens the gzip header on the first read, so that a broken file is a finding of its content. */
  private static final class LazyGzip extends InputStream {
    private final InputStream compressed;
    private InputStream plain;

    LazyGzip(InputStream compressed) {
      this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
      return plain().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return plain().read(bytes, offset, length);
    }

    private InputStream plain() throws IOException {
      if (plain == null) {
        plain = new GZIPInputStream(compressed, BUFFER);
      }
      return plain;
    }

    @Override
    public void close() throws IOException {
      compressed.close();
    }
  }
}
