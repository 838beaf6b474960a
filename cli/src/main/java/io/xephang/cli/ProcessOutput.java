package io.xephang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard output of this process, in UTF-8 whatever the locale says. */
final class ProcessOutput extends PrintStream {
  /**
   * The bits of a mode that say what a file is, and those of a pipe (POSIX, {@code sys/stat.h}).
   */
  private static final int KIND = 0170000;

  private static final int PIPE = 0010000;

  ProcessOutput() {
    super(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /**
   * Whether another program reads it. Then what cannot be written is, as good as always, what that
   * program does not want any more: no disk is full. The words of the error, which would tell it
   * from a pipe that somebody made non-blocking, are in the language of the locale.
   */
  boolean isPipe() {
    try {
      int mode = (Integer) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode");
      return (mode & KIND) == PIPE;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
