package io.xephang.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
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
    Map<String, Supplier<Object>> commands = commands(context);
    // Whoever names a command waits for that one alone: setting up all of them takes a while.
    if (arguments.length > 0
        && commands.containsKey(arguments[0])
        && !arguments[0].equals(CompletionCommand.NAME)) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    return line(context, commands)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Failure.handler(context))
        .setParameterExceptionHandler(Failure.usageHandler(context))
        .execute(arguments);
  }

  /** All commands. */
  static CommandLine line(CommandContext context) {
    return line(context, commands(context));
  }

  private static CommandLine line(CommandContext context, Map<String, Supplier<Object>> commands) {
    CommandLine root = new CommandLine(new RootCommand(context));
    commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
    root.setResourceBundle(ResourceBundle.getBundle("io.xephang.cli.help", Locale.ROOT));
    return root.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(100);
  }

  private static Map<String, Supplier<Object>> commands(CommandContext context) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(context));
    commands.put("annex", () -> new AnnexCommand(context));
    commands.put("report", () -> ReportCommand.withSubcommands(context));
    commands.put("explain", () -> new ExplainCommand(context));
    commands.put("sql", () -> new SqlCommand(context));
    commands.put(
        "query",
        () ->
            new CommandLine(new QueryCommand(context))
                .addSubcommand("list", new QueryListCommand(context))
                .addSubcommand("show", new QueryShowCommand(context)));
    commands.put("withdraw", () -> new WithdrawCommand(context));
    commands.put(
        "quarantine",
        () ->
            new CommandLine(new QuarantineCommand())
                .addSubcommand("list", new QuarantineListCommand(context))
                .addSubcommand("report", new QuarantineReportCommand(context))
                .addSubcommand("retry", new QuarantineRetryCommand(context)));
    commands.put("publication", () -> PublicationCommand.withSubcommands(context));
    commands.put("export", () -> new ExportCommand(context));
    commands.put("dags", () -> DagsCommand.withSubcommands(context));
    commands.put("tasks", () -> TasksCommand.withSubcommands(context));
    commands.put("scheduler", () -> new SchedulerCommand(context));
    commands.put("alert", () -> new AlertCommand(context));
    commands.put("notebook", () -> new NotebookCommand(context));
    commands.put("status", () -> new StatusCommand(context));
    commands.put("verify", () -> new VerifyCommand(context));
    commands.put(CompletionCommand.NAME, () -> new CompletionCommand(context));
    return commands;
  }
}
