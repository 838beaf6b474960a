package io.xephang.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The CSV files beside these classes: the facts from which the samples are made. */
final class ResourceTable {
  private ResourceTable() {}

  /** All rows of the named file, in its order. */
  static <T> List<T> read(String name, Function<NamedCsvRecord, T> row) {
    try (InputStream bytes = ResourceTable.class.getResourceAsStream(name);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(Objects.requireNonNull(bytes, () -> "No resource " + name))) {
      return rows.stream().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + name, e);
    }
  }

  /** The parts of a cell that lists several values with {@code |} between; none if it is empty. */
  static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  /** The number of a cell, 0 if it is empty. */
  static int number(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}
