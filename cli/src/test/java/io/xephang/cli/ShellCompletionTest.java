package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.xephang.home.DeploymentHome;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of {@code xephang completion}, in the shells themselves. */
class ShellCompletionTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"bash", "zsh"})
  void tabCompletesCommandsBelowCommandsAndOptions(String shell) throws Exception {
    assumeThat(installed(shell)).as("this computer has " + shell).isTrue();
    assertThat(
            typed(
                shell, "xephang publi", "xephang dags backf", "xephang annex --ind", "xephang zz"))
        .containsExactly(
            "xephang publication ",
            "xephang dags backfill ",
            "xephang annex --indicator ",
            "xephang zz");
  }

  /** What becomes of each, once Tab was pressed after it. */
  private List<String> typed(String shell, String... words) throws Exception {
    CapturedCli cli = new CapturedCli(new DeploymentHome(folder.resolve("home")), Optional.empty());
    assertThat(cli.run("completion")).isZero();
    Path script = Files.writeString(folder.resolve("xephang.bash"), cli.out());
    List<String> command =
        new ArrayList<>(List.of(shell, program("complete." + shell), script.toString()));
    command.addAll(List.of(words));
    File said = folder.resolve("said").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
    // Without the settings of whoever runs the test, and nothing is left in their folder.
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("ZDOTDIR", folder.toString());
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(shell + " ends; it said " + Files.readString(said.toPath())).isTrue();
    return Files.readAllLines(said.toPath(), StandardCharsets.UTF_8);
  }

  private static String program(String name) throws Exception {
    return Path.of(ShellCompletionTest.class.getResource(name).toURI()).toString();
  }

  private static boolean installed(String shell) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
  }
}
