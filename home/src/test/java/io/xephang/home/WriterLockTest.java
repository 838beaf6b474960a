package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterLockTest {
  @TempDir private Path folder;

  @Test
  void isHeldByOneProcessAndTellsTheOtherByWhom() throws Exception {
    Path file = folder.resolve("run.lock");
    try (OtherProcess holder = OtherProcess.start(LockHolder.class, file.toString(), "đêm 20/8")) {
      assertThat(holder.line()).isEqualTo("held");

      assertThatThrownBy(() -> WriterLock.take(file, "second").close())
          .isInstanceOf(WriterLock.LockTaken.class)
          .hasMessage("another writer is at work: đêm 20/8");

      holder.finish();
      try (WriterLock free = WriterLock.take(file, "second")) {
        assertThat(Files.readString(file)).as("the lock is free again").isEqualTo("second\n");
      }
    }
  }

  @Test
  void diesWithAProcessThatIsKilled() throws Exception {
    Path file = folder.resolve("run.lock");
    try (OtherProcess holder = OtherProcess.start(LockHolder.class, file.toString(), "first")) {
      assertThat(holder.line()).isEqualTo("held");
      holder.kill();
    }

    assertThat(Files.readString(file)).as("who held it last").isEqualTo("first\n");
    try (WriterLock free = WriterLock.take(file, "second")) {
      assertThat(Files.readString(file))
          .as("nothing has to be repaired after a kill")
          .isEqualTo("second\n");
    }
  }

  @Test
  void isRefusedWithinAProcessToo() throws Exception {
    Path file = folder.resolve("run.lock");
    try (WriterLock first = WriterLock.take(file, "first")) {
      assertThatThrownBy(() -> WriterLock.take(file, "second").close())
          .isInstanceOf(WriterLock.LockTaken.class)
          .hasMessage("another writer is at work: first");
    }
    try (WriterLock again = WriterLock.take(file, "second")) {
      assertThat(Files.readString(file)).isEqualTo("second\n");
    }
  }

  @Test
  void isStillHeldAfterARefusalWithinItsProcess() throws Exception {
    Path file = folder.resolve("run.lock");
    try (WriterLock first = WriterLock.take(file, "first")) {
      assertThatThrownBy(() -> WriterLock.take(file, "second").close())
          .isInstanceOf(WriterLock.LockTaken.class);

      try (OtherProcess other = OtherProcess.start(LockHolder.class, file.toString(), "other")) {
        assertThat(other.line())
            .as("closing a second channel on the file must not let go of the lock")
            .isEqualTo("another writer is at work: first");
      }
    }
  }

  @Test
  void canBeLookedAtWithoutTakingIt() throws Exception {
    Path file = folder.resolve("run.lock");
    assertThat(WriterLock.isHeld(file)).as("before the first run").isFalse();
    try (OtherProcess other = OtherProcess.start(LockHolder.class, file.toString(), "other")) {
      assertThat(other.line()).isEqualTo("held");
      assertThat(WriterLock.isHeld(file)).as("by another process").isTrue();
      other.kill();
    }
    assertThat(WriterLock.isHeld(file)).as("by a process that was killed").isFalse();
    assertThat(Files.readString(file)).as("the last holder").isEqualTo("other\n");

    try (WriterLock mine = WriterLock.take(file, "first")) {
      assertThat(WriterLock.isHeld(file)).as("by this process").isTrue();
      try (OtherProcess other = OtherProcess.start(LockHolder.class, file.toString(), "other")) {
        assertThat(other.line())
            .as("the look has not let go of it")
            .isEqualTo("another writer is at work: first");
      }
    }
  }

  @Test
  void isKnownByItsFileHoweverThePathIsWritten() throws Exception {
    Files.createDirectory(folder.resolve("logs"));
    Path roundabout = folder.resolve("logs").resolve("..").resolve("run.lock");
    try (WriterLock first = WriterLock.take(folder.resolve("run.lock"), "first")) {
      assertThatThrownBy(() -> WriterLock.take(roundabout, "second").close())
          .hasMessage("another writer is at work: first");
    }
  }

  @Test
  void mayBeClosedTwiceWithoutTakingItFromTheNext() throws Exception {
    Path file = folder.resolve("run.lock");
    WriterLock first = WriterLock.take(file, "first");
    first.close();
    try (WriterLock second = WriterLock.take(file, "second")) {
      first.close();
      assertThatThrownBy(() -> WriterLock.take(file, "third").close())
          .hasMessage("another writer is at work: second");
    }
  }

  @Test
  void needsItsFolder() throws IOException {
    Path nowhere = folder.resolve("no").resolve("run.lock");

    assertThatThrownBy(() -> WriterLock.take(nowhere, "first").close())
        .isInstanceOf(NoSuchFileException.class);
    Files.createDirectory(nowhere.getParent());
    assertThat(nowhere).as("nothing was left behind").doesNotExist();
  }
}
