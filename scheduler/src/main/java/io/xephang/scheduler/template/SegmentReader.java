package io.xephang.scheduler.template;

import io.xephang.scheduler.template.Template.Segment;
import java.util.ArrayList;
import java.util.List;

/** Takes a template apart, with Jinja's rules for comments, white space and the last newline. */
final class SegmentReader {
  private static final int MARK = 2;

  private final String source;
  private final List<Segment> segments = new ArrayList<>();
  private boolean trimNext;

  private SegmentReader(String source) {
    this.source = source;
  }

  static List<Segment> read(String source) throws InvalidTemplate {
    // Jinja drops one newline at the end.
    String kept = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    SegmentReader reader = new SegmentReader(kept);
    reader.read();
    return List.copyOf(reader.segments);
  }

  private void read() throws InvalidTemplate {
    int at = 0;
    while (at < source.length()) {
      int open = nextMark(at);
      if (open < 0) {
        text(source.substring(at), false);
        return;
      }
      boolean trimBefore = source.startsWith("-", open + MARK);
      text(source.substring(at, open), trimBefore);
      at = marked(open, open + MARK + (trimBefore ? 1 : 0));
    }
  }

  private int nextMark(int from) {
    for (int at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
      if (at + 1 < source.length() && "{%#".indexOf(source.charAt(at + 1)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private int marked(int open, int inner) throws InvalidTemplate {
    char kind = source.charAt(open + 1);
    if (kind == '%') {
      throw new InvalidTemplate(
          excerpt(open),
          "câu lệnh {% … %} không được hỗ trợ, chỉ dùng {{ … }} / statements {% … %} are not"
              + " supported, only {{ … }}");
    }
    int close = kind == '#' ? source.indexOf("#}", inner) : closeOfOutput(inner);
    if (close < 0) {
      throw new InvalidTemplate(excerpt(open), "thiếu dấu đóng / not closed");
    }
    trimNext = close > inner && source.charAt(close - 1) == '-';
    if (kind == '{') {
      String expression = source.substring(inner, trimNext ? close - 1 : close).strip();
      segments.add(new Segment.Output(expression, ExpressionParser.parse(expression)));
    }
    return close + MARK;
  }

  /** Braces within quotes close nothing. */
  private int closeOfOutput(int from) {
    char quote = 0;
    for (int at = from; at < source.length(); at++) {
      char next = source.charAt(at);
      if (quote != 0) {
        quote = next == quote ? 0 : quote;
      } else if (next == '\'' || next == '"') {
        quote = next;
      } else if (source.startsWith("}}", at)) {
        return at;
      }
    }
    return -1;
  }

  private void text(String raw, boolean trimEnd) {
    String text = trimNext ? raw.stripLeading() : raw;
    trimNext = false;
    text = trimEnd ? text.stripTrailing() : text;
    if (!text.isEmpty()) {
      segments.add(new Segment.Text(text));
    }
  }

  private String excerpt(int from) {
    int end = source.indexOf('\n', from);
    return source.substring(from, end < 0 ? source.length() : end);
  }
}
