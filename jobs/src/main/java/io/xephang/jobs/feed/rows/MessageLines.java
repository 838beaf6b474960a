package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Messages as NDJSON: on each line one, an envelope of some, or an array of them. A line counts
 * whole or not at all: one that cannot be read is one malformed row. Blank lines are no rows.
 */
final class MessageLines extends RawRows {
  private final InputStream in;
  private final ByteLines lines;
  private final MessageText messages;
  private final int longest;
  private final Queue<MessageText.Found> pending = new ArrayDeque<>();
  private long line;

  MessageLines(InputStream in, MessageText messages) {
    this(in, messages, ByteLines.LONGEST);
  }

  MessageLines(InputStream in, MessageText messages, int longest) {
    this.in = in;
    this.lines = new ByteLines(in, longest);
    this.messages = messages;
    this.longest = longest;
  }

  @Override
  RawRow read() throws IOException {
    while (pending.isEmpty()) {
      if (!lines.next()) {
        return null;
      }
      line = lines.number();
      if (lines.isTooLong()) {
        return new RawRow.Malformed(
            position(line),
            "found a line of "
                + lines.length()
                + " bytes, expected at most "
                + longest
                + ": deliver an envelope of that size as a file named *.json",
            Fingerprint.of(lines.length(), lines.digest()));
      }
      if (!lines.isBlank()) {
        pending.addAll(parsed());
      }
    }
    return pending.remove().at(position(line));
  }

  private List<MessageText.Found> parsed() {
    try {
      return messages.parse(lines.buffer(), lines.offset(), (int) lines.length());
    } catch (IOException e) {
      byte[] text = lines.text();
      return List.of(
          new MessageText.Found(
              null,
              MessageText.problem(e, text),
              Fingerprint.of(text.length, ContentDigest.of(text))));
    }
  }

  @Override
  String expected() {
    return "a JSON text on each line, in UTF-8";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
