package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLexerTest {
  @Test
  void takesRecordsApart() throws IOException {
    assertThat(lines("a,b\r\n\r\n\"a,\"\"\r\n\",\"\"\r,\n\"x\" y,z\"z\n1,2"))
        .containsExactly(
            "1 [a, b]",
            // A quoted field holds separators, quotes and line ends.
            "3 [a,\"\r\n, ]",
            "5 [, ]",
            // Text behind a closing quote and quotes within a field are kept as they stand.
            "6 [x y, z\"z]",
            "7 [1, 2]");
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws IOException {
    int longest = CsvLexer.LONGEST;
    assertThat(lines("a\n" + "x".repeat(longest + 5) + "\nb\n"))
        .containsExactly(
            "1 [a]",
            "2: found a line of " + (longest + 5) + " characters, expected at most " + longest,
            "3 [b]");
    assertThat(lines("a\n\"" + "x".repeat(longest) + "\"\r\nb\n"))
        .as("within quotes")
        .containsExactly(
            "1 [a]",
            "2: found a line of " + (longest + 2) + " characters, expected at most " + longest,
            "3 [b]");
    assertThat(lines("\"a\n\nb\"," + "x".repeat(longest) + "\nc\n"))
        .as("behind a field of three lines")
        .containsExactly(
            "1: found a line of " + (longest + 7) + " characters, expected at most " + longest,
            "4 [c]");
  }

  @Test
  void anOpenQuoteCostsTheLinesUpToItsOwn() throws IOException {
    assertThat(lines("a,\"b\nc,d\n"))
        .containsExactly(
            "1: found a quote that opens in line 1 and that nothing closes, expected a closing quote"
                + " before the comma or the line's end",
            "2 [c, d]");
    assertThat(lines("\"a\nb\",\"c\nd\n"))
        .as("behind a field of two lines")
        .containsExactly(
            "1: found a quote that opens in line 2 and that nothing closes, expected a closing quote"
                + " before the comma or the line's end",
            "3 [d]");
    assertThat(lines("\"\n".repeat(3)))
        .as("the first two make a field of two lines")
        .containsExactly(
            "1 [\n]",
            "3: found a quote that opens in line 3 and that nothing closes, expected a closing quote"
                + " before the comma or the line's end");
  }

  @Test
  void aQuoteMayNotStayOpenForAMillionCharacters() throws IOException {
    List<String> lines = lines("a,\"b\n" + "c,d\n".repeat(CsvLexer.LONGEST / 4) + "e,\"f\"\n");
    assertThat(lines).hasSize(CsvLexer.LONGEST / 4 + 2);
    assertThat(lines.get(0)).startsWith("1: found a quote that opens in line 1");
    assertThat(lines.get(1)).isEqualTo("2 [c, d]");
    assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.size() + " [e, f]");
  }

  @Test
  void goesOnBehindASample() throws IOException {
    CsvLexer lexer = new CsvLexer("a,b\nc".toCharArray(), Reader.nullReader(), ',');
    assertThat(lexer.next().fields()).containsExactly("a", "b");
    lexer.continueWith(new StringReader(",d\n"));
    assertThat(lexer.next()).isEqualTo(new CsvLexer.Line(2, List.of("c", "d"), null, null));
    assertThat(lexer.next()).isNull();
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    CsvLexer lexer = new CsvLexer(new char[0], new StringReader(text), ',');
    for (CsvLexer.Line line = lexer.next(); line != null; line = lexer.next()) {
      lines.add(
          line.line() + (line.problem() == null ? " " + line.fields() : ": " + line.problem()));
    }
    return lines;
  }
}
