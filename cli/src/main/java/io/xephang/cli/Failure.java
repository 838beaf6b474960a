package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.QueryFailed;
import io.xephang.warehouse.QueryRefused;
import io.xephang.warehouse.query.ParameterRefused;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/** How an exception ends the process: a sentence on standard error and an exit code. */
final class Failure {
  private Failure() {}

  static IExecutionExceptionHandler handler(CommandContext context) {
    return (exception, command, parsed) -> {
      if (ReaderStopped.isCauseOf(exception)) {
        return ExitCode.READER_STOPPED;
      }
      context.err().println("xephang: " + sentence(exception));
      return exitCode(exception);
    };
  }

  static IParameterExceptionHandler usageHandler(CommandContext context) {
    return (exception, arguments) -> {
      String command = exception.getCommandLine().getCommandSpec().qualifiedName();
      context.err().println("xephang: " + WrongUsage.sentence(exception));
      context.err().println("Xem cách dùng / See: " + command + " --help");
      return ExitCode.WRONG_USAGE;
    };
  }

  private static int exitCode(Exception exception) {
    if (exception instanceof CommandFailed failed) {
      return failed.exitCode();
    }
    return exception instanceof QueryRefused || exception instanceof ParameterRefused
        ? ExitCode.WRONG_USAGE
        : ExitCode.FAILED;
  }

  static String sentence(Exception exception) {
    if (exception instanceof CommandFailed
        || exception instanceof NoServedDatabase
        || exception instanceof QueryFailed
        || exception instanceof QueryRefused) {
      return exception.getMessage();
    }
    if (exception instanceof ParameterRefused refused) {
      return DisplayText.of(refused.getMessage());
    }
    if (exception instanceof NoSuchFileException missing) {
      return "không có tệp / there is no file " + missing.getFile();
    }
    if (exception instanceof AccessDeniedException denied) {
      return "không có quyền với / no permission for " + denied.getFile();
    }
    if (exception instanceof FileSystemException file) {
      return file.getReason() == null ? named(file) : file.getFile() + ": " + file.getReason();
    }
    return named(exception);
  }

  /** Many exceptions of the JDK have no message, and "null" would tell nobody anything. */
  private static String named(Exception exception) {
    String name = exception.getClass().getSimpleName();
    return exception.getMessage() == null ? name : name + ": " + exception.getMessage();
  }
}
