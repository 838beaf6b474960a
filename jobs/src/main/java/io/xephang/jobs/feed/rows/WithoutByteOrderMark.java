package io.xephang.jobs.feed.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** A text without the byte order mark that it may begin with: behind it, a quote is a quote. */
final class WithoutByteOrderMark extends Reader {
  private static final char MARK = '\uFEFF';

  private final BufferedReader text;
  private boolean begun;

  WithoutByteOrderMark(Reader text) {
    this.text = new BufferedReader(text);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (!begun) {
      begun = true;
      text.mark(1);
      if (text.read() != MARK) {
        text.reset();
      }
    }
    return text.read(buffer, offset, length);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
