package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DeploymentHomeTest {
  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void isWhatTheEnvironmentNamesElseVar() throws IOException {
    Path here = folder.toRealPath();

    assertThat(homeOfAProcessIn(here, null)).as("no variable").isEqualTo(here.resolve("var"));
    assertThat(homeOfAProcessIn(here, " ")).as("a blank one").isEqualTo(here.resolve("var"));
    assertThat(homeOfAProcessIn(here, "../data/./xephang"))
        .as("a relative folder is made absolute")
        .isEqualTo(here.getParent().resolve("data").resolve("xephang"));
  }

  @Test
  void makesItsFoldersAndKeepsWhatIsThere() throws IOException {
    DeploymentHome home = new DeploymentHome(folder.resolve("var"));
    home.create();
    Files.writeString(home.runLog("20200821-013000"), "started\n");
    home.create();

    assertThat(files(home.folder()))
        .containsExactly("catalog", "lake", "runs", "runs/20200821-013000.log", "serving");
    assertThat(home.hasCatalog()).as("no run has made the catalog yet").isFalse();
  }

  @Test
  void keepsTheTwoLocksApart() {
    DeploymentHome home = new DeploymentHome(folder);

    assertThat(List.of(home.runLock(), home.jobLock()))
        .containsExactly(home.folder().resolve("run.lock"), home.folder().resolve("job.lock"));
  }

  private static Path homeOfAProcessIn(Path workingFolder, String variable) throws IOException {
    ProcessBuilder builder = OtherProcess.builder(HomePrinter.class);
    builder.directory(workingFolder.toFile());
    builder.environment().remove(DeploymentHome.VARIABLE);
    if (variable != null) {
      builder.environment().put(DeploymentHome.VARIABLE, variable);
    }
    try (OtherProcess process = OtherProcess.of(builder)) {
      return Path.of(process.line());
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
