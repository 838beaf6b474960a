package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whoever asks a command for help sees how it is used, by examples that it would take. */
class HelpTest {
  /** A word of an example, as a shell would read it. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  private static final CommandLine ROOT =
      Cli.line(
          new CommandContext(
              new DeploymentHome(Path.of("var")),
              System.out,
              System.err,
              Clock.systemUTC(),
              OptionalInt.empty(),
              Optional.empty()));

  static Stream<CommandLine> commands() {
    return withBelow(ROOT);
  }

  private static Stream<CommandLine> withBelow(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(HelpTest::withBelow));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyCommandHasAnExampleThatItWouldTake(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    List<String> examples = examples(command);
    assertThat(examples)
        .as("%s --help ends with \"Ví dụ / Example\" and lines that begin with its name", name)
        .isNotEmpty()
        .anySatisfy(example -> assertThat(example).startsWith(name));
    for (String example : examples) {
      List<String> words = words(example);
      ROOT.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyCommandSaysWhatItDoesInBothLanguages(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description())
        .as("%s: Vietnamese, then English", command.getCommandSpec().qualifiedName())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(command.getUsageMessage())
        .as("what picocli says by itself")
        .contains("Cách dùng / Usage: xephang", "Xem hướng dẫn này. / Show this help.");
  }

  @Test
  void withoutACommandItSaysWhereToStart(@TempDir Path folder) {
    CapturedCli cli = new CapturedCli(new DeploymentHome(folder), Optional.empty());
    assertThat(cli.run()).isZero();
    assertThat(cli.out())
        .contains("Lần đầu, dùng thử với mẫu", "xephang run --landing data-samples/landing");
    assertThat(cli.run("--version")).isZero();
  }

  @Test
  void shellsCompleteEveryCommand(@TempDir Path folder) {
    CapturedCli cli = new CapturedCli(new DeploymentHome(folder), Optional.empty());
    assertThat(cli.run("completion")).isZero();
    assertThat(cli.out()).contains(ROOT.getSubcommands().keySet()).contains("--as-of");
  }

  /** The lines of the footer that begin with the command, or have it after "Ví dụ / Example:". */
  private static List<String> examples(CommandLine command) {
    List<String> examples = new ArrayList<>();
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      String text = line.replaceFirst("^Ví dụ / Examples?:", "").strip();
      if (text.startsWith("xephang")) {
        examples.add(text);
      }
    }
    return examples;
  }

  /** As a shell would pass them: quotes gone, redirections left out. */
  private static List<String> words(String example) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(example);
    while (word.find() && !word.group().startsWith(">")) {
      words.add(word.group().replace("\"", ""));
    }
    return words;
  }
}
