package io.xephang.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder for each rule of the loader, {@code invalid/<rule>}, with the one file that breaks it
 * and {@code message.txt}, what the person who wrote the file is told.
 */
class InvalidDefinitionsTest {
  /** Stands in a message for the indicators there are, which anybody may add to. */
  private static final String INDICATORS = "[every indicator]";

  @TempDir private Path folder;

  static Stream<String> rules() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(resource("/invalid"))) {
      return folders.map(rule -> rule.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void areRefusedWithFileAndRule(String rule) throws IOException, URISyntaxException {
    copyShippedTo(folder);
    Path example = resource("/invalid/" + rule);
    copy(example, folder);

    assertThatThrownBy(() -> Definitions.below(folder))
        .as("the shipped definitions with the one file that breaks the rule '%s'", rule)
        .isInstanceOf(InvalidDefinition.class)
        .message()
        .isEqualToNormalizingWhitespace(
            Files.readString(example.resolve("message.txt"))
                .replace(INDICATORS, Definitions.shipped().indicators().keySet().toString()));
  }

  @Test
  void areNotWhatShips() throws IOException, URISyntaxException {
    copyShippedTo(folder);

    assertThat(Definitions.below(folder).digest())
        .as("the copy that each example is laid over is valid, and is what ships")
        .isEqualTo(Definitions.shipped().digest());
  }

  @Test
  void ofWhichAFileIsMissing() throws IOException, URISyntaxException {
    copyShippedTo(folder);
    Files.delete(folder.resolve("units/exclusions.csv"));

    assertThatThrownBy(() -> Definitions.below(folder))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessage("units/exclusions.csv: is missing");
  }

  @Test
  void changeTheDigestWithAnyLetter() throws IOException, URISyntaxException {
    copyShippedTo(folder);
    Path rate = folder.resolve("indicators/level4_rate.yaml");
    Files.writeString(rate, Files.readString(rate).replace("service_level = 4", "service_level=4"));

    assertThat(Definitions.below(folder).digest())
        .as("a definition with another letter has another digest, so that it is computed anew")
        .isNotEqualTo(Definitions.shipped().digest());
  }

  private static void copyShippedTo(Path folder) throws IOException, URISyntaxException {
    for (String part :
        new String[] {"indicators", "tables", "feeds", "reasons", "units", "targets"}) {
      copy(resource("/io/xephang/schemas/" + part + "/"), folder.resolve(part));
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    URL found = InvalidDefinitionsTest.class.getResource(name);
    return Path.of(Objects.requireNonNull(found, name).toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.toString().endsWith(".class")) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
