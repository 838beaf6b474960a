package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingFolderTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"../escaped.csv", "reports/../../escaped.csv", "."})
  void writesNothingOutsideItsFolder(String name) {
    LandingFolder landing = new LandingFolder(temporary.resolve("landing"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> landing.write(name, "text"))
        .withMessageContaining("not inside the target folder");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void leavesAFileWithTheSameContentAlone() throws IOException {
    LandingFolder landing = new LandingFolder(temporary);
    landing.write("reports/a.csv.gz", "một\n");
    Path file = temporary.resolve("reports/a.csv.gz");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, longAgo);

    landing.write("reports/a.csv.gz", "một\n");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);

    landing.write("reports/a.csv.gz", "hai\n");
    assertThat(CheckedInLanding.content(file)).hasContent("hai\n");
  }
}
