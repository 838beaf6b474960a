package io.xephang.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A plain reading of the checked-in files, which knows nothing of how they were made. */
final class CheckedInLanding {
  static final Path ROOT = Path.of("landing");

  /** One row of the feed {@code catalogs}, as far as the tests count it. */
  record CatalogLine(String unitCode, String root, String level) {}

  private CheckedInLanding() {}

  static List<Path> files(Path below) {
    try (Stream<Path> paths = Files.walk(below)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream content(Path file) {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
      return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(content(file))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<CatalogLine> catalog(String date, String unitRoot) {
    Path file = ROOT.resolve("catalogs/" + date + "/synthetic-" + unitRoot + ".csv.gz");
    return rows(file).stream()
        .map(
            row ->
                new CatalogLine(
                    storedForm(row.getField("unit_code")),
                    row.getField("procedure_code").substring(0, 8),
                    row.getField("service_level")))
        .toList();
  }

  /** Contract, section 1: the older form is read right to left, all-zero groups dropped. */
  static String storedForm(String unitCode) {
    if (!unitCode.startsWith("0")) {
      return unitCode;
    }
    List<String> groups =
        Arrays.stream(unitCode.split("\\."))
            .filter(group -> !group.matches("0+"))
            .collect(Collectors.toList());
    Collections.reverse(groups);
    return String.join(".", groups);
  }
}
