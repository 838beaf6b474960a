package io.xephang.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The process {@code xephang}. */
public final class Cli {
  private Cli() {}

  public static void main(String[] arguments) {
    int exitCode = execute(CommandContext.ofProcess(), arguments);
    System.exit(exitCode);
  }

  static int execute(CommandContext context, String... arguments) {
    // Neither writer is closed: the streams below them belong to the process.
    PrintWriter out = new PrintWriter(context.out(), true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(context.err(), true, StandardCharsets.UTF_8);
    return new CommandLine(new RootCommand(context))
        .addSubcommand(new RunCommand(context))
        .addSubcommand(new AnnexCommand(context))
        .addSubcommand(new SqlCommand(context))
        .addSubcommand(new StatusCommand(context))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(Failure.handler(context))
        .setParameterExceptionHandler(Failure.usageHandler(context))
        .execute(arguments);
  }
}
