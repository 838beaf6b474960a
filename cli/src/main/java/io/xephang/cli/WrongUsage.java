package io.xephang.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was wrong with a command line: what picocli finds by itself, in Vietnamese first. */
final class WrongUsage {
  private static final String INVALID = "Invalid value for ";

  private WrongUsage() {}

  static String sentence(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return "không hiểu / not understood: "
          + String.join(" ", unmatched.getUnmatched())
          + withoutOption(unmatched).orElseGet(() -> near(unmatched));
    }
    if (exception instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "thiếu / missing: "
          + String.join(", ", missing.getMissing().stream().map(WrongUsage::name).toList());
    }
    String message = exception.getMessage();
    return message.startsWith(INVALID)
        ? "giá trị sai / invalid value for " + message.substring(INVALID.length())
        : message;
  }

  private static String near(UnmatchedArgumentException unmatched) {
    List<String> near = unmatched.getSuggestions();
    return near.isEmpty() ? "" : "; có phải / did you mean: " + String.join(", ", near) + "?";
  }

  /** What has its place after other words, and was given with a name, as {@code --run-id}. */
  private static Optional<String> withoutOption(UnmatchedArgumentException unmatched) {
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    String option = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    return command.positionalParameters().stream()
        .map(PositionalParamSpec::paramLabel)
        .filter(label -> option.equals("--" + label.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .map(
            label ->
                "; " + label + " viết không có / goes without " + option + ": " + form(command));
  }

  private static String form(CommandSpec command) {
    return command.positionalParameters().stream()
        .map(
            place -> place.arity().min() == 0 ? "[" + place.paramLabel() + "]" : place.paramLabel())
        .collect(Collectors.joining(" ", command.qualifiedName() + " ", ""));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }
}
