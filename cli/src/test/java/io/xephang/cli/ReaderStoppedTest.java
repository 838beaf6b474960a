package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import java.io.BufferedReader;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code xephang … | head}, as a process of its own. */
class ReaderStoppedTest {
  private static final String MANY = "SELECT range AS n, 'Quảng Nam' AS unit FROM range(100000)";

  @TempDir private static Path folder;
  private static DeploymentHome home;

  @BeforeAll
  static void serve() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    new SmallLake(home).serve(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "excel-csv", "json", "ndjson"})
  void theQueryEndsThereAndSaysNothing(String format) throws Exception {
    Process command = start(Redirect.PIPE, "sql", MANY, "--max-rows=100000", "--format", format);
    try (BufferedReader head = command.inputReader()) {
      assertThat(head.readLine()).isNotNull();
    }
    assertEnded(command, ExitCode.READER_STOPPED);
    assertThat(folder.resolve("said")).isEmptyFile();
  }

  @Test
  void anAnnexThatNobodyReadsSaysNothing() throws Exception {
    Process command = start(Redirect.PIPE, "annex", "--as-of", "2020-08-20");
    command.inputReader().close();
    assertEnded(command, ExitCode.READER_STOPPED);
    assertThat(folder.resolve("said")).isEmptyFile();
  }

  @Test
  void aVerdictStandsWhoeverReadsIt() throws Exception {
    Process command = start(Redirect.PIPE, "explain", "online_dossier_rate", "H57", "2020-08-31");
    command.inputReader().close();
    assertEnded(command, ExitCode.DONE);
    assertThat(folder.resolve("said")).isEmptyFile();
  }

  @Test
  void aDiskThatIsFullIsStillSaid() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "Linux alone has it");
    Process command = start(Redirect.to(full), "sql", MANY, "--format=csv");
    assertEnded(command, 1);
    assertThat(Files.readString(folder.resolve("said"))).contains("maybe the disk is full");
  }

  private static Process start(Redirect output, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Cli.class.getName()),
                Stream.of(arguments))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output)
            .redirectError(folder.resolve("said").toFile());
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    return builder.start();
  }

  private static void assertEnded(Process command, int exitCode) throws Exception {
    assertThat(command.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(command.exitValue()).isEqualTo(exitCode);
  }
}
