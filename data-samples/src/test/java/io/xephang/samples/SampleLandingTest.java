package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is checked in is what the generator writes today, small, and of its time. */
class SampleLandingTest {
  private static final LocalDate LAST_FIGURES = LocalDate.of(2020, 9, 16);

  @Test
  void checkedInFilesAreThoseTheGeneratorWrites(@TempDir Path fresh) throws IOException {
    SampleLanding.writeTo(fresh);

    assertThat(names(CheckedInLanding.ROOT))
        .as("files checked in, against files generated")
        .isEqualTo(names(fresh));
    for (Path file : CheckedInLanding.files(fresh)) {
      Path checkedIn = CheckedInLanding.ROOT.resolve(fresh.relativize(file));
      try (InputStream expected = CheckedInLanding.content(file);
          InputStream found = CheckedInLanding.content(checkedIn)) {
        assertThat(found.readAllBytes())
            .as("%s differs from what is generated: see README.md, regenerate", checkedIn)
            .isEqualTo(expected.readAllBytes());
      }
    }
  }

  @Test
  void allFilesTogetherAreSmallerThanTenMegabytes() throws IOException {
    long bytes = 0;
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).as("bytes checked in").isLessThan(10_000_000);
  }

  @Test
  void nothingIsLaterThanTheFiguresOfAnnex5479() {
    List<LocalDate> dates = new ArrayList<>();
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT.resolve("catalogs"))) {
      dates.add(LocalDate.parse(file.getParent().getFileName().toString()));
    }
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT.resolve("reports"))) {
      CheckedInLanding.rows(file).forEach(row -> dates.add(LocalDate.parse(row.getField("as_of"))));
    }
    assertThat(dates).isNotEmpty().allMatch(date -> !date.isAfter(LAST_FIGURES));
  }

  private static List<String> names(Path root) {
    return CheckedInLanding.files(root).stream()
        .map(file -> root.relativize(file).toString().replace('\\', '/'))
        .toList();
  }
}
