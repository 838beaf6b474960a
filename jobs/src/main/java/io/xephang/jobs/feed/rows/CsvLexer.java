package io.xephang.jobs.feed.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a CSV text apart into records (RFC 4180, any line ends). It holds one record at a time, of
 * at most {@value #LONGEST} characters, and goes on behind what is no record: behind the end of a
 * line that is too long, and behind the line on which a quote was opened that nothing closes. Lines
 * without any character are no records.
 */
final class CsvLexer {
  /** Characters of a record. Excel's longest row of twelve cells has 400 000. */
  static final int LONGEST = 1 << 20;

  /**
   * A record, or what stands in the place of one.
   *
   * @param line where it begins, the first line being 1
   * @param problem why there are no fields; null if there are
   * @param text of a problem, for its fingerprint
   */
  record Line(long line, List<String> fields, String problem, String text) {}

  private Reader rest;
  private final char separator;
  private char[] buffer;

  /** The record begins here; everything below speaks of places behind it. */
  private int start;

  private int end;
  private boolean restEnded;
  private long line = 1;

  /**
   * Begins at the start of a text.
   *
   * @param begun what was read of it before
   */
  CsvLexer(char[] begun, Reader rest, char separator) {
    this.buffer = begun.clone();
    this.end = begun.length;
    this.rest = rest;
    this.separator = separator;
  }

  /** Goes on with more text, where the end of a sample was taken for the end of all. */
  void continueWith(Reader more) {
    rest = more;
    restEnded = false;
  }

  /** The next record; null at the end. */
  Line next() throws IOException {
    while (at(0) >= 0) {
      int width = lineEnd(0);
      if (width == 0) {
        return record();
      }
      advance(width);
    }
    return null;
  }

  private Line record() throws IOException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean behindQuote = false;
    boolean textBehindQuote = false;
    int quote = -1;
    boolean quoteSpansLines = false;
    int i = 0;
    while (i < LONGEST) {
      int c = at(i);
      if (quoted) {
        if (c < 0) {
          return openQuote(quote);
        }
        if (c == '"' && at(i + 1) == '"') {
          field.append('"');
          i += 2;
          continue;
        }
        quoteSpansLines |= lineEnd(i) > 0;
        if (c == '"') {
          quoted = false;
          behindQuote = true;
        } else {
          field.append((char) c);
        }
        i++;
        continue;
      }
      if (c < 0 || lineEnd(i) > 0 || c == separator) {
        if (textBehindQuote && quoteSpansLines) {
          return openQuote(quote);
        }
        fields.add(field.toString());
        if (c != separator) {
          long begins = line;
          advance(i + (c < 0 ? 0 : lineEnd(i)));
          return new Line(begins, fields, null, null);
        }
        field.setLength(0);
        behindQuote = false;
        textBehindQuote = false;
        quoteSpansLines = false;
      } else if (c == '"' && field.isEmpty() && !behindQuote) {
        quoted = true;
        quote = i;
      } else {
        textBehindQuote |= behindQuote && !Character.isWhitespace(c);
        field.append((char) c);
      }
      i++;
    }
    return quoted && quoteSpansLines ? openQuote(quote) : tooLong();
  }

  /** Only the line of the quote is lost, whatever the quote would have swallowed. */
  private Line openQuote(int quote) throws IOException {
    int i = quote;
    while (at(i) >= 0 && lineEnd(i) == 0) {
      i++;
    }
    String text = new String(buffer, start, i);
    long begins = line;
    long opened = begins + text.substring(0, quote).lines().count() - (isLineStart(quote) ? 0 : 1);
    advance(i + lineEnd(i));
    return new Line(
        begins,
        List.of(),
        "found a quote that opens in line "
            + opened
            + " and that nothing closes, expected a closing quote before the comma or the line's end",
        text);
  }

  private boolean isLineStart(int place) {
    return place == 0 || buffer[start + place - 1] == '\n' || buffer[start + place - 1] == '\r';
  }

  private Line tooLong() throws IOException {
    long begins = line;
    String text = new String(buffer, start, LONGEST);
    long length = LONGEST;
    advance(LONGEST);
    while (at(0) >= 0 && lineEnd(0) == 0) {
      start++;
      length++;
    }
    advance(lineEnd(0));
    return new Line(
        begins,
        List.of(),
        "found a line of " + length + " characters, expected at most " + LONGEST,
        text);
  }

  /** How many characters end a line here: 0, 1 or 2. */
  private int lineEnd(int place) throws IOException {
    int c = at(place);
    if (c == '\r') {
      return at(place + 1) == '\n' ? 2 : 1;
    }
    return c == '\n' ? 1 : 0;
  }

  /** Goes on behind so many characters, counting lines. */
  private void advance(int length) {
    for (int i = start; i < start + length; i++) {
      if (buffer[i] == '\n' || (buffer[i] == '\r' && (i + 1 >= end || buffer[i + 1] != '\n'))) {
        line++;
      }
    }
    start += length;
  }

  /** The character behind the record's start, -1 behind the end of the text. */
  private int at(int place) throws IOException {
    while (start + place >= end) {
      if (restEnded) {
        return -1;
      }
      fill();
    }
    return buffer[start + place];
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(1 << 14, buffer.length * 2));
    }
    int read = rest.read(buffer, end, buffer.length - end);
    if (read < 0) {
      restEnded = true;
    } else {
      end += read;
    }
  }
}
