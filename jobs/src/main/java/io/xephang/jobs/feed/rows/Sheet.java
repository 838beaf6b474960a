package io.xephang.jobs.feed.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The lines of a sheet, read one by one. Cells beyond Excel's last column are passed over. */
final class Sheet implements AutoCloseable {
  private static final int COLUMNS = 16_384;

  /** A root without its ending zero, which Excel drops of what it takes for a number. */
  private static final Pattern ROOT_AS_NUMBER = Pattern.compile("\\d(\\.\\d{1,5})?");

  private final InputStream in;
  private final XMLStreamReader xml;
  private final SharedStrings strings;
  private final CellFormats formats;
  private long lastRow;

  Sheet(InputStream in, SharedStrings strings, CellFormats formats) throws XMLStreamException {
    this.in = in;
    this.xml = SheetXml.open(in);
    this.strings = strings;
    this.formats = formats;
  }

  /**
   * A row of the sheet.
   *
   * @param cells by column, A being 0; cells without a value may be absent
   */
  record Line(long row, Map<Integer, Cell> cells) {
    boolean isBlank() {
      return cells.values().stream()
          .allMatch(cell -> cell.problem() == null && CellText.isBlank(cell.text()));
    }
  }

  /**
   * A cell.
   *
   * @param name like B7
   * @param problem what stands in the place of a value; null if the text is the value
   * @param number whether the sheet has it as a number
   */
  record Cell(String name, String text, String problem, boolean number) {
    /** The text, with the zeros of a procedure's root that was typed as a number. */
    String textFor(String column) {
      if (!number || !column.equals("procedure_code") || !ROOT_AS_NUMBER.matcher(text).matches()) {
        return text;
      }
      String decimals = text.length() > 2 ? text.substring(2) : "";
      return text.charAt(0) + "." + decimals + "0".repeat(6 - decimals.length());
    }
  }

  /**
   * The next row; null at the end.
   *
   * @throws IOException if the sheet cannot be read any further
   */
  Line next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
          return line();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private Line line() throws XMLStreamException {
    lastRow = Math.max(lastRow + 1, number(xml.getAttributeValue(null, "r")));
    Map<Integer, Cell> cells = new HashMap<>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
        return new Line(lastRow, cells);
      }
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : column(reference, column + 1);
        Cell cell = cell(reference == null ? "in row " + lastRow : reference);
        if (cell != null && column < COLUMNS) {
          cells.put(column, cell);
        }
      }
    }
  }

  /** The cell that has just begun, null if it is empty. */
  private Cell cell(String name) throws XMLStreamException {
    String type = xml.getAttributeValue(null, "t");
    int style = (int) number(xml.getAttributeValue(null, "s"));
    String value = null;
    String inline = null;
    boolean formula = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> value = text();
          case "is" -> inline = RichText.read(xml);
          case "f" -> formula = true;
          default -> {
            // Nothing else says a value.
          }
        }
      }
    }
    if (inline != null) {
      return text(name, inline);
    }
    if (value == null || value.isEmpty()) {
      return formula && !"str".equals(type)
          ? new Cell(
              name,
              "",
              "a formula without a result, expected a value: open and save it with Excel",
              false)
          : null;
    }
    return switch (type == null ? "n" : type) {
      case "s" -> shared(name, value);
      case "str", "inlineStr" -> text(name, RichText.unescaped(value));
      case "b" -> new Cell(name, value.strip().equals("1") ? "true" : "false", null, false);
      case "d" -> new Cell(name, value.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""), null, false);
      case "e" ->
          new Cell(
              name, value, "the error " + value + ", expected a value: mend the formula", false);
      default -> new Cell(name, formats.text(value, style), null, true);
    };
  }

  private Cell shared(String name, String index) {
    String text = strings.text(index);
    return text == null
        ? new Cell(
            name,
            "",
            "a text that the workbook does not hold (shared string "
                + index
                + "), expected a value",
            false)
        : text(name, text);
  }

  private static Cell text(String name, String text) {
    return new Cell(
        name,
        text,
        text.length() > RichText.LONGEST
            ? "a text of more than the "
                + RichText.LONGEST
                + " characters that a cell of Excel holds, expected a value"
            : null,
        false);
  }

  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamReader.END_ELEMENT) {
      if (xml.isCharacters() && text.length() <= RichText.LONGEST) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  private static long number(String written) {
    if (written == null || written.length() > 9) {
      return 0;
    }
    try {
      return Long.parseLong(written);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The column of a reference like AB12; where it is none, the next one. */
  private static int column(String reference, int next) {
    int column = 0;
    int i = 0;
    while (i < reference.length() && i < 4) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = 26 * column + (c - 'A' + 1);
      i++;
    }
    return column == 0 ? next : column - 1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
