package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.DeploymentHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
  private static final int ROOM = 20_000;

  @TempDir private Path folder;

  /** A disk with little room. */
  private static final class Full extends OutputStream {
    private int written;

    @Override
    public void write(int letter) throws IOException {
      if (++written > ROOM) {
        throw new IOException("no space left");
      }
    }
  }

  @Test
  void standardOutputThatIsFullEndsTheQueryThere() {
    int[] lines = new int[1];
    assertThatThrownBy(
            () ->
                ResultFile.write(
                    context(new Full()),
                    null,
                    out -> {
                      for (; lines[0] < 1_000_000; lines[0]++) {
                        out.write("Quảng Nam\n");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("maybe the disk is full");
    assertThat(lines[0]).isLessThan(10_000);
  }

  @Test
  void whatALinkNamesIsReplacedAndNotTheLink() throws Exception {
    Path file = Files.writeString(folder.resolve("result.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    ResultFile.write(context(new ByteArrayOutputStream()), link, out -> out.write("new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void onlyRegularFilesAreReplaced() {
    assertThatThrownBy(() -> ResultFile.requireWritable(home(), Path.of("/dev/null")))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("is no regular file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog/xephang.mv.db",
        "serving/new.duckdb",
        "lake/service/data/x.parquet",
        "runs/result.csv",
        "linked/result.csv",
        "publications/1.json",
        "run.lock"
      })
  void whatOnlyTheProductWritesIsLeftAlone(String name) throws Exception {
    for (String own : List.of("catalog", "serving", "lake/service/data", "runs")) {
      Files.createDirectories(folder.resolve(own));
    }
    Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("runs"));
    // Of a large deployment a part may lie on another disk.
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.createSymbolicLink(folder.resolve("publications"), disk);
    assertThatThrownBy(() -> ResultFile.requireWritable(home(), folder.resolve(name)))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("only xephang itself writes there");
  }

  @Test
  void elsewhereInTheHomeUsersMayWrite() throws Exception {
    Files.createDirectories(folder.resolve("reports"));
    ResultFile.requireWritable(home(), folder.resolve("reports/national.yaml"));
    ResultFile.requireWritable(home(), folder.resolve("result.csv"));
  }

  private DeploymentHome home() {
    return new DeploymentHome(folder);
  }

  private CommandContext context(OutputStream out) {
    return new CommandContext(
        home(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
        Clock.systemUTC(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
