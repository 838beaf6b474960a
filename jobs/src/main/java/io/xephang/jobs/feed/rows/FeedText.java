package io.xephang.jobs.feed.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.input.BrokenInputStream;

/**
 * The text of a feed file: UTF-8, or UTF-16 with a byte order mark as Excel's "Unicode text" has
 * it. Bytes that are not UTF-8 are kept as {@link StrayBytes}.
 */
final class FeedText extends Reader {
  private static final int HEAD = 4096;
  private static final int BUFFER = 1 << 15;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private boolean ended;

  private FeedText(InputStream in) {
    this.in = in;
  }

  /**
   * The text without its byte order mark.
   *
   * @throws BrokenContent if it is neither UTF-8 nor marked as UTF-16
   */
  static Reader of(InputStream in) throws BrokenContent {
    byte[] head = new byte[HEAD];
    int length = 0;
    InputStream rest = in;
    try {
      length = in.readNBytes(head, 0, HEAD);
    } catch (IOException e) {
      // What was read before the break is in the array, up to the first zero at least.
      length = HEAD;
      while (length > 0 && head[length - 1] == 0) {
        length--;
      }
      rest = new BrokenInputStream((Throwable) e);
    }
    head = Arrays.copyOf(head, length);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return new InputStreamReader(all, StandardCharsets.UTF_16);
    }
    requireNoUtf16(head);
    return new WithoutByteOrderMark(new FeedText(all));
  }

  private static boolean startsWith(byte[] head, int first, int second) {
    return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
  }

  /** Half of what is ASCII in UTF-16 are NUL bytes, all on the same side. */
  private static void requireNoUtf16(byte[] head) throws BrokenContent {
    int[] nul = new int[2];
    for (int i = 0; i < head.length; i++) {
      nul[i % 2] += head[i] == 0 ? 1 : 0;
    }
    if (10 * Math.max(nul[0], nul[1]) >= 3 * (head.length / 2 + 1)
        && 10 * Math.min(nul[0], nul[1]) <= Math.max(nul[0], nul[1])) {
      throw new BrokenContent("the text looks like UTF-16 without a byte order mark");
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(buffer, offset, length).slice();
    while (chars.position() == 0) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError()) {
        for (int i = 0; i < result.length() && chars.hasRemaining(); i++) {
          chars.put(StrayBytes.asChar(bytes.get()));
        }
      } else if (result.isUnderflow() && chars.position() == 0) {
        if (ended) {
          return -1;
        }
        fill();
      }
    }
    return chars.position();
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
