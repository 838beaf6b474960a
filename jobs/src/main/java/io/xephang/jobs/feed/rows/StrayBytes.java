package io.xephang.jobs.feed.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that are not UTF-8 within decoded text. Each is kept as a lone low surrogate, which no
 * valid text contains, so that they spoil their row only and can be looked at once more.
 */
final class StrayBytes {
  private static final char FIRST = '\uDC00';

  private StrayBytes() {}

  static char asChar(byte stray) {
    return (char) (FIRST + (stray & 0xFF));
  }

  /** The bytes that a text was decoded from. */
  static byte[] of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= FIRST && c <= FIRST + 0xFF) {
                bytes.write(c - FIRST);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }
}
