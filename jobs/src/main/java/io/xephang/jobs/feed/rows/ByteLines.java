package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The lines of a text as bytes, without their ends (LF or CRLF) and without a byte order mark. One
 * line is held at a time; of one that is longer than a limit only its length and hash are known.
 */
final class ByteLines {
  /** Bytes of a line: an envelope of some ten thousand messages. */
  static final int LONGEST = 64 << 20;

  private static final int CHUNK = 1 << 18;

  private final InputStream in;
  private final int longest;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private int lineEnd;
  private int next;
  private boolean ended;
  private long number;
  private long tooLong;
  private String digest;

  /**
   * The lines of a stream.
   *
   * @param longest bytes of a line that is held
   */
  ByteLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Goes on to the next line; false at the end. */
  boolean next() throws IOException {
    start = next;
    tooLong = 0;
    number++;
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          if (i - start > longest) {
            passOver();
          } else {
            take(i, i + 1);
          }
          return true;
        }
      }
      scanned = end;
      if (end - start > longest) {
        passOver();
        return true;
      }
      if (ended) {
        if (start == end) {
          return false;
        }
        take(end, end);
        return true;
      }
      int moved = fill();
      scanned -= moved;
    }
  }

  private void take(int textEnd, int nextStart) {
    next = nextStart;
    lineEnd = textEnd > start && buffer[textEnd - 1] == '\r' ? textEnd - 1 : textEnd;
    if (number == 1
        && lineEnd - start >= 3
        && (buffer[start] & 0xFF) == 0xEF
        && (buffer[start + 1] & 0xFF) == 0xBB
        && (buffer[start + 2] & 0xFF) == 0xBF) {
      start += 3;
    }
  }

  /** Reads on, and answers by how much the text was moved to the front. */
  private int fill() throws IOException {
    int moved = start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, longest + 2 * CHUNK));
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      ended = true;
    } else {
      end += read;
    }
    return moved;
  }

  /** Hashes the rest of a line that is not kept. */
  private void passOver() throws IOException {
    InputStream rest = new RestOfLine();
    try {
      digest = ContentDigest.of(rest);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    next = start;
    lineEnd = start;
    // What was kept of the line is passed; a small buffer does again.
    buffer = Arrays.copyOfRange(buffer, start, Math.max(end, start + CHUNK));
    end -= start;
    next = 0;
    start = 0;
    lineEnd = 0;
  }

  /** The bytes up to the line's end, counted. */
  private final class RestOfLine extends InputStream {
    private boolean over;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (over) {
        return -1;
      }
      if (start == end) {
        int read = ended ? -1 : in.read(buffer, 0, CHUNK);
        if (read < 0) {
          ended = true;
          over = true;
          return -1;
        }
        start = 0;
        end = read;
      }
      int given = 0;
      while (given < length && start < end) {
        byte b = buffer[start++];
        if (b == '\n') {
          over = true;
          break;
        }
        target[offset + given++] = b;
      }
      tooLong += given;
      return given == 0 && over ? -1 : given;
    }
  }

  /** The line's number, the first being 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong > 0;
  }

  boolean isBlank() {
    for (int i = start; i < lineEnd; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  int offset() {
    return start;
  }

  /** Bytes of the line. */
  long length() {
    return isTooLong() ? tooLong : lineEnd - start;
  }

  /** Of a line that is too long. */
  String digest() {
    return digest;
  }

  byte[] text() {
    return Arrays.copyOfRange(buffer, start, lineEnd);
  }
}
