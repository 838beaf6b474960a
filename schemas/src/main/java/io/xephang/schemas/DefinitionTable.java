package io.xephang.schemas;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A definition file in CSV: the header is checked, and errors name the line. */
final class DefinitionTable {
  private DefinitionTable() {}

  static <T> List<T> read(
      DefinitionFiles files, String path, List<String> header, Function<Row, T> parse) {
    String text = files.texts().get(path);
    if (text == null) {
      throw new InvalidDefinition(path, "is missing");
    }
    List<T> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      Iterator<CsvRecord> lines = csv.iterator();
      List<String> found = lines.hasNext() ? lines.next().getFields() : List.of();
      if (!found.equals(header)) {
        throw new InvalidDefinition(
            path, "line 1: has the columns " + found + ", expected " + header);
      }
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        try {
          rows.add(parse.apply(new Row(header, line)));
        } catch (IllegalArgumentException e) {
          throw new InvalidDefinition(
              path, "line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new InvalidDefinition(path, String.valueOf(e.getMessage()), e);
    }
    return rows;
  }

  /** A line; an empty field is null. */
  record Row(List<String> header, CsvRecord line) {
    Row {
      if (line.getFieldCount() != header.size()) {
        throw new IllegalArgumentException(
            "has " + line.getFieldCount() + " fields, expected " + header.size());
      }
    }

    long number() {
      return line.getStartingLineNumber();
    }

    String text(String column) {
      String value = line.getField(header.indexOf(column));
      return value.isEmpty() ? null : value;
    }

    Validity validity() {
      return new Validity(date("valid_from"), date("valid_to"));
    }

    LocalDate date(String column) {
      String value = text(column);
      if (value == null) {
        return null;
      }
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "'" + column + "' is '" + value + "', expected a date like 2020-08-20", e);
      }
    }
  }
}
