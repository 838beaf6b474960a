package io.xephang.schemas;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : csv) {
        if (!line.getHeader().equals(header)) {
          throw new InvalidDefinition(
              path, "has the columns " + line.getHeader() + ", expected " + header);
        }
        try {
          rows.add(parse.apply(new Row(line)));
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
  record Row(NamedCsvRecord line) {
    String text(String column) {
      String value = line.getField(column);
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
