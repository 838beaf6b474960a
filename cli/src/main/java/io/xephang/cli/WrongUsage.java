package io.xephang.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was wrong with a command line: what picocli finds by itself, in Vietnamese first. */
final class WrongUsage {
  private static final String INVALID = "Invalid value for ";

  private WrongUsage() {}

  static String sentence(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      List<String> near = unmatched.getSuggestions();
      return "không hiểu / not understood: "
          + String.join(" ", unmatched.getUnmatched())
          + (near.isEmpty() ? "" : "; có phải / did you mean: " + String.join(", ", near) + "?");
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

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }
}
