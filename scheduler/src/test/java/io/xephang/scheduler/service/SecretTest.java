package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTest {
  private static final String OWNER_ONLY = "rw-------";

  @TempDir private Path folder;

  private String rights(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void isMadeOnceForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("token");
    // What a scheduler that was killed while it wrote has left.
    Files.writeString(folder.resolve("token.part"), "half");
    Secret made = Secret.keptIn(file);
    assertThat(Files.readString(file)).isEqualTo(made.revealed()).hasSize(43);
    assertThat(rights(file)).isEqualTo(OWNER_ONLY);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(Secret.keptIn(file).revealed()).isEqualTo(made.revealed());
  }

  @Test
  void anEmptyFileIsNoSecretAndOthersLoseTheirRights() throws Exception {
    Path file = Files.createFile(folder.resolve("token"));
    assertThat(Secret.keptIn(file).revealed()).hasSize(43);
    Files.writeString(file, "chosen by the operator\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Secret.keptIn(file).revealed()).isEqualTo("chosen by the operator");
    assertThat(rights(file)).isEqualTo(OWNER_ONLY);
  }
}
