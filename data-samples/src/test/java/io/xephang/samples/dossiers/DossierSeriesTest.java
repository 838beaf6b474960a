package io.xephang.samples.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DossierSeriesTest {
  @TempDir private Path temporary;

  private static Series series(DeliveryForm form, int every, double dirt, long seed) {
    return new Series(
        seed,
        LocalDate.of(2019, 11, 20),
        60,
        every,
        List.of("H47", "H27"),
        4_000,
        60,
        form,
        false,
        true,
        DirtRates.of(dirt, Map.of()),
        new CatalogSize(60, 3, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "NDJSON, 1, 0, 1", // as clean as can be, every day
    "NDJSON, 1, 0.2, 2", // each kind of dirt, every day
    "NDJSON, 7, 0.1, 3", // weekly: only the last state of a week is sent
    "ENVELOPE, 1, 0.2, 4", // some messages a line, envelopes that break off
    "JSON, 1, 0.2, 5", // one envelope a file, some indented
    "CSV, 1, 0.2, 6", // fees as a list (H47) and as a sum (H27)
  })
  void aNaiveReaderFindsWhatTheTruthSays(DeliveryForm form, int every, double dirt, long seed) {
    Path landing = temporary.resolve("landing");
    Truth truth = DossierSeries.write(landing, series(form, every, dirt, seed));

    NaiveReading reading = NaiveReading.of(landing);

    assertThat(reading.files()).as("rows of each file").isEqualTo(planned(truth));
    assertThat(reading.acceptedCodes())
        .as("dossiers with an accepted message")
        .isEqualTo(truth.provinces().stream().mapToInt(p -> (int) p.acceptedCodes()).sum());
    assertThat(reading.indicators(truth.asOf())).isEqualTo(plannedIndicators(truth));
  }

  private static Map<String, NaiveReading.FileCounts> planned(Truth truth) {
    Map<String, NaiveReading.FileCounts> planned = new TreeMap<>();
    for (FileTruth file : truth.files()) {
      if (file.feed().equals("dossiers")) {
        Map<String, List<Integer>> rejected = new TreeMap<>();
        file.rejected()
            .forEach(
                (reason, positions) ->
                    rejected.put(reason.label(), Arrays.stream(positions).boxed().toList()));
        planned.put(
            file.name(),
            new NaiveReading.FileCounts(file.rows(), file.good(), file.duplicates(), rejected));
      }
    }
    return planned;
  }

  private static Set<String> plannedIndicators(Truth truth) {
    Set<String> lines = new TreeSet<>();
    for (PeriodCounts.Count count : truth.counts()) {
      lines.add(
          "%s %s %s %s %d/%d"
              .formatted(
                  count.province(),
                  count.indicator(),
                  count.length().label(),
                  count.start(),
                  count.numerator(),
                  count.denominator()));
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource(DeliveryForm.class)
  void theSameSeriesGivesTheSameBytes(DeliveryForm form) {
    Series series = series(form, 1, 0.1, 7);
    DossierSeries.write(temporary.resolve("one"), series).writeTo(temporary.resolve("one.json"));
    DossierSeries.write(temporary.resolve("two"), series).writeTo(temporary.resolve("two.json"));

    assertThat(bytes(temporary.resolve("one"))).isEqualTo(bytes(temporary.resolve("two")));
    assertThat(temporary.resolve("one.json")).hasSameBinaryContentAs(temporary.resolve("two.json"));
  }

  @Test
  void aProvinceDeliversTheSameWhoeverElseDoes() {
    Series both = series(DeliveryForm.NDJSON, 1, 0.1, 8);
    Series alone =
        new Series(
            both.seed(),
            both.from(),
            both.days(),
            both.every(),
            List.of("H27"),
            both.messages() / 2,
            both.messagesPerFile(),
            both.form(),
            both.gzip(),
            both.progress(),
            both.dirt(),
            both.catalogs());
    DossierSeries.write(temporary.resolve("both"), both);
    DossierSeries.write(temporary.resolve("alone"), alone);

    Map<String, Integer> ofBoth = bytes(temporary.resolve("both"));
    ofBoth.keySet().removeIf(name -> !name.contains("H27"));
    assertThat(bytes(temporary.resolve("alone"))).isEqualTo(ofBoth);
  }

  @Test
  void anotherSeedGivesOtherDossiers() {
    DossierSeries.write(temporary.resolve("one"), series(DeliveryForm.NDJSON, 1, 0, 1));
    DossierSeries.write(temporary.resolve("two"), series(DeliveryForm.NDJSON, 1, 0, 2));

    assertThat(bytes(temporary.resolve("one"))).isNotEqualTo(bytes(temporary.resolve("two")));
  }

  @Test
  void eachKindOfDirtHappens() {
    Truth truth =
        DossierSeries.write(temporary.resolve("landing"), series(DeliveryForm.NDJSON, 1, 0.3, 9));

    Set<Dirt> rejected = new TreeSet<>();
    truth.files().forEach(file -> rejected.addAll(file.rejected().keySet()));
    assertThat(rejected).containsExactlyInAnyOrderElementsOf(Dirt.REJECTED);
    assertThat(truth.files()).anyMatch(file -> file.arrivalDay() > file.deliveryDay());
    assertThat(truth.files()).anyMatch(file -> file.name().endsWith(".ndjson.gz"));
    assertThat(truth.files()).anyMatch(file -> file.duplicates() > 0);
  }

  @Test
  void aSeriesHasAboutAsManyMessagesAsAskedFor() {
    Truth truth =
        DossierSeries.write(temporary.resolve("landing"), series(DeliveryForm.NDJSON, 1, 0, 10));

    assertThat(truth.rows("dossiers")).isBetween(3_900L, 4_200L);
  }

  @Test
  void progressHasSeveralStepsOfADossierAndNoneThatIsRejected() {
    Truth truth =
        DossierSeries.write(temporary.resolve("landing"), series(DeliveryForm.NDJSON, 1, 0.1, 11));

    assertThat(truth.rows("progress")).isGreaterThan(2 * truth.rows("dossiers"));
    assertThat(truth.files())
        .filteredOn(file -> file.feed().equals("progress"))
        .allMatch(file -> file.rows() == file.good())
        .allSatisfy(
            file ->
                assertThat(Files.readAllLines(temporary.resolve("landing").resolve(file.name())))
                    .hasSize(file.rows())
                    .allMatch(line -> line.contains("(giả lập)")));
  }

  /** Hashes of contents by name. */
  private static Map<String, Integer> bytes(Path folder) {
    Map<String, Integer> bytes = new TreeMap<>();
    for (Path file : filesIn(folder)) {
      try {
        bytes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return new ArrayList<>(paths.filter(Files::isRegularFile).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
