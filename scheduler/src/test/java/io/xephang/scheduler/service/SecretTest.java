package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTest {
  @TempDir private Path folder;

  private String rights(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void isMadeOnceForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("token");
    String made = Secret.keptIn(file).revealed();
    assertThat(Files.readString(file)).isEqualTo(made).hasSizeGreaterThan(40);
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(Secret.keptIn(file).revealed()).isEqualTo(made);
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFileThatACrashLeftEmptyIsMadeAnew() throws Exception {
    Path file = Files.createFile(folder.resolve("token"));
    Files.writeString(folder.resolve("token.part"), "half");
    String made = Secret.keptIn(file).revealed();
    assertThat(Files.readString(file)).isEqualTo(made).isNotEmpty();
  }

  @Test
  void rightsThatAreTooWideAreTakenBack() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "s3cret-of-a-test");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Secret.keptIn(file).revealed()).isEqualTo("s3cret-of-a-test");
    assertThat(rights(file)).isEqualTo("rw-------");
  }
}
