package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFailureTest {
  @TempDir private Path folder;

  @Test
  void aFullDiskIsSaidWithTheFolderAndWhatIsFree() {
    IOException full = new IOException("No space left on device");
    assertThat(said(new UncheckedIOException(full)))
        .contains("no space left on the disk of " + folder)
        .containsPattern("\\(\\d+\\.\\d MB free\\)")
        .contains("free space", "then run again");
  }

  @Test
  void aFullDiskIsFoundBelowWhatTheDatabaseSays() {
    SQLException closed = new SQLException("The database has been closed");
    closed.addSuppressed(new SQLException("IO Error: Could not write: Disk quota exceeded"));
    assertThat(said(closed)).contains("no space left");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    assertThat(said(new FileSystemException("/srv/run.lock", null, "Read-only file system")))
        .contains("cannot write to " + folder + " (/srv/run.lock: Read-only file system)")
        .contains("make it writable or let XEPHANG_HOME name another folder");
  }

  @Test
  void otherErrorsAreNoneOfTheDisk() {
    assertThat(DiskFailure.sentence(new DeploymentHome(folder), new IOException("broken pipe")))
        .isEmpty();
  }

  private String said(Throwable error) {
    return DiskFailure.sentence(new DeploymentHome(folder), error).orElseThrow();
  }
}
