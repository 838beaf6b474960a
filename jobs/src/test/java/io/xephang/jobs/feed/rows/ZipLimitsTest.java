package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.jobs.Xlsx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipLimitsTest {
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;

  @Test
  void passesAWorkbook() throws IOException {
    Path file = file("xl/media/image1.png", MIB);
    assertThatCode(() -> ZipLimits.require(file)).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatUnpacksToTooMuchInAll() throws IOException {
    Path file = file("xl/worksheets/sheet2.xml", 65 * MIB);
    assertThatThrownBy(() -> ZipLimits.require(file))
        .hasMessage("it unpacks to more than the 64 MiB that a file of its size may");
  }

  @Test
  void refusesAPartThatWouldBeATreeInMemory() throws IOException {
    Path file = file("xl/styles.xml", 9 * MIB);
    assertThatThrownBy(() -> ZipLimits.require(file))
        .hasMessage("its part xl/styles.xml unpacks to more than the 8 MiB that it may");
  }

  private Path file(String part, int bytes) throws IOException {
    return Files.write(
        folder.resolve("a.xlsx"),
        Xlsx.withPart(
            Xlsx.of(new String[] {"unit_code"}), part, out -> out.write(new byte[bytes])));
  }
}
