package io.xephang.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders may do to a file between the look at its name and the end of the copy. */
class IntakeTest {
  @TempDir private Path folder;
  private Path landing;
  private Path copies;

  @BeforeEach
  void land() throws IOException {
    landing = folder.resolve("landing");
    copies = folder.resolve("copies");
    Files.createDirectories(landing.resolve("units"));
    for (String name : List.of("a", "b", "c", "d", "e")) {
      Files.writeString(landing.resolve("units/" + name + ".csv"), name);
    }
  }

  @Test
  void takesCopiesAndLeavesAloneWhatChanged() throws IOException {
    List<LandedFile> seen =
        new LandingFolder(landing, Deployment.DEFINITIONS)
            .look(LocalDate.of(2020, 9, 1), Optional.empty())
            .files();
    Files.writeString(landing.resolve("units/b.csv"), "b grew");
    Files.delete(landing.resolve("units/c.csv"));
    Files.delete(landing.resolve("units/d.csv"));
    Files.createSymbolicLink(
        landing.resolve("units/d.csv"), Files.writeString(folder.resolve("secret"), "d"));
    Files.setLastModifiedTime(landing.resolve("units/e.csv"), FileTime.fromMillis(0));
    try (Intake intake = new Intake(copies, Optional.of(landing))) {
      IngestPlan plan = plan(intake, seen);
      assertThat(plan.toRead())
          .extracting(statement -> Files.readString(Path.of(statement.landed().path())))
          .containsExactly("a");
      assertThat(intake.leftAlone())
          .containsExactly(
              left("units/b.csv", "tệp thay đổi trong lúc đọc", "it changed while it was read"),
              left("units/c.csv", "NoSuchFileException", "NoSuchFileException"),
              left(
                  "units/d.csv",
                  "không còn là tệp thường của thư mục nhận dữ liệu",
                  "it is no longer a regular file of the landing folder"),
              left("units/e.csv", "tệp thay đổi trong lúc đọc", "it changed while it was read"));
    }
    try (Stream<Path> left = Stream.of(copies).filter(Files::exists)) {
      assertThat(left).as("copies are gone with the intake").isEmpty();
    }
  }

  private static String left(String file, String vietnamese, String english) {
    return file
        + ": lần này không đọc được ("
        + vietnamese
        + "), cần tệp giữ nguyên: lần chạy sau sẽ xem lại / cannot be read in this run ("
        + english
        + "), expected a file that stays as it is: the next run looks at it again";
  }

  private static IngestPlan plan(Intake intake, List<LandedFile> seen) throws IOException {
    return intake.plan(
        List.of(), Corrections.NONE, seen, "run-1", LocalDateTime.of(2020, 9, 1, 3, 0));
  }
}
