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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .hasMessageContaining("the disk is full");
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
    assertThatThrownBy(() -> ResultFile.requireWritable(Path.of("/dev/null")))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("is no regular file");
  }

  private CommandContext context(OutputStream out) {
    return new CommandContext(
        new DeploymentHome(folder),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
        Clock.systemUTC(),
        Optional.empty());
  }
}
