package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
  private static final String DATABASE = "0b0ff7a2-2c3d-3c43-9d6e-0d5a5c7d0f11";

  @Test
  void everyDatabaseHasOneOfItsOwn() {
    Path first = Path.of("/var/serving/1.duckdb");
    assertThat(spill(ReadOnlySettings.reading(first, List.of())))
        .as("connections to one database have equal settings")
        .isEqualTo(spill(ReadOnlySettings.reading(first, List.of())))
        .isNotEqualTo(spill(ReadOnlySettings.reading(Path.of("/var/serving/2.duckdb"), List.of())))
        .endsWith("-" + ProcessHandle.current().pid());
    assertThat(spill(ResourceLimits.ofOneDatabase()))
        .isNotEqualTo(spill(ResourceLimits.ofOneDatabase()));
  }

  @Test
  void isGoneWhenTheDatabaseIsClosed(@TempDir Path folder) throws Exception {
    Properties settings = ResourceLimits.ofOneDatabase();
    settings.setProperty("memory_limit", "50MB");
    settings.setProperty("threads", "1");
    Path spill = Path.of(spill(settings));
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("a.duckdb"), settings);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(DISTINCT repeat('x', 50) || range) FROM range(2000000)")) {
      row.next();
      assertThat(spill).as("what was sorted did not fit").isDirectory();
    }
    assertThat(spill).doesNotExist();
  }

  @Test
  void thatOfAProcessThatIsNoMoreIsRemovedAfterAnHour() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left = made(DATABASE + "-" + ended.pid());
    Path inUse = made(DATABASE + "-" + ProcessHandle.current().pid());
    Path otherName = made("notes-" + ended.pid());
    try {
      SpillFolder.clearAbandoned(in(Duration.ofMinutes(59)));
      assertThat(left).exists();
      SpillFolder.clearAbandoned(in(Duration.ofMinutes(61)));
      assertThat(left).doesNotExist();
      assertThat(inUse).exists();
      assertThat(otherName).exists();
    } finally {
      Files.delete(inUse.resolve("block"));
      Files.delete(inUse);
      Files.delete(otherName.resolve("block"));
      Files.delete(otherName);
    }
  }

  private static Path made(String name) throws Exception {
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("java.io.tmpdir"), "xephang-spill-" + name));
    Files.writeString(folder.resolve("block"), "x");
    return folder;
  }

  private static Clock in(Duration time) {
    return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
  }

  private static String spill(Properties settings) {
    return settings.getProperty("temp_directory");
  }
}
