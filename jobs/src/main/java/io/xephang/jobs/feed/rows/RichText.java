package io.xephang.jobs.feed.rows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text in runs of different looks, as shared and inline strings have it. */
final class RichText {
  /** How OOXML writes characters that XML cannot: {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Characters of a cell; Excel allows no more. */
  static final int LONGEST = 32_767;

  private RichText() {}

  /**
   * The text of the element that has just begun, without phonetic runs; stops at its end. Of a text
   * longer than {@link #LONGEST} not all is kept.
   */
  static String read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int phonetic = 0;
    boolean inText = false;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        if (phonetic == 0 && xml.getLocalName().equals("rPh")) {
          phonetic = depth;
        }
        inText = phonetic == 0 && xml.getLocalName().equals("t");
      } else if (event == XMLStreamReader.END_ELEMENT) {
        inText = false;
        phonetic = phonetic == depth ? 0 : phonetic;
        depth--;
      } else if (inText && xml.isCharacters() && text.length() <= LONGEST) {
        text.append(xml.getText());
      }
    }
    return unescaped(text.toString());
  }

  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
