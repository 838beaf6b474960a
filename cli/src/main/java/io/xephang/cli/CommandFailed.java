package io.xephang.cli;

import io.xephang.home.ExitCode;

/** A command that ends with a message for the user and an exit code. */
public final class CommandFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailed(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public static CommandFailed failed(String message) {
    return new CommandFailed(ExitCode.FAILED, message);
  }

  public static CommandFailed wrongUsage(String message) {
    return new CommandFailed(ExitCode.WRONG_USAGE, message);
  }

  public static CommandFailed anotherWriter(String message) {
    return new CommandFailed(ExitCode.ANOTHER_WRITER, message);
  }

  public int exitCode() {
    return exitCode;
  }
}
