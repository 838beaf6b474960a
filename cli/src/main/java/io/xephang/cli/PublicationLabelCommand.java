package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLabel;
import io.xephang.home.PublicationLabels;
import io.xephang.home.WriterLock.LockTaken;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang publication label}: names a publication, so that it is kept for ever. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Đặt nhãn cho một công bố: nó được giữ mãi và hỏi được theo nhãn.",
      "Name a publication: it is kept for ever and can be asked by that name."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  xephang publication label 1 \"công văn 3485\"",
      "  xephang publication label 1 \"công văn 3485\" --remove"
    })
final class PublicationLabelCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "Công bố, theo số hoặc nhãn khác. / The publication, by id or another label.")
  private String written;

  @Parameters(index = "1", paramLabel = "TEXT", description = "Nhãn. / The label.")
  private String text;

  @Option(names = "--remove", description = "Bỏ nhãn này. / Take this label away.")
  private boolean remove;

  PublicationLabelCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Publication publication = KnownPublication.of(context.home(), "ID", written);
    try {
      if (remove) {
        remove(publication);
      } else {
        give(publication);
      }
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter("tiến trình khác đang ghi / " + e.getMessage());
    }
    return ExitCode.DONE;
  }

  private void give(Publication publication)
      throws CommandFailed, SQLException, IOException, LockTaken {
    PublicationLabel label = label(publication);
    PublicationLabels labels = new PublicationLabels(context.home());
    Optional<PublicationLabel> taken = labels.give(label);
    if (taken.isPresent()) {
      throw CommandFailed.wrongUsage(
          "nhãn / label '"
              + taken.get().text()
              + "': công bố số / publication "
              + taken.get().publication()
              + " đang mang; bỏ trước bằng / has it; first take it away with: xephang publication"
              + " label "
              + taken.get().publication()
              + " \""
              + taken.get().text()
              + "\" --remove");
    }
    try {
      KnownPublication.of(context.home(), "ID", written);
    } catch (CommandFailed e) {
      // It was removed while its label was on the way.
      labels.take(label.text());
      throw e;
    }
    context
        .err()
        .println("Đã đặt nhãn / Labelled: " + publication.id() + " '" + label.text() + "'");
  }

  private void remove(Publication publication) throws CommandFailed, IOException, LockTaken {
    PublicationLabels labels = new PublicationLabels(context.home());
    Optional<PublicationLabel> given = labels.find(text);
    if (given.isEmpty() || given.get().publication() != publication.id()) {
      throw CommandFailed.wrongUsage(
          "nhãn / label '"
              + DisplayText.of(text)
              + "': công bố số / publication "
              + publication.id()
              + " không mang nhãn này / has no such label");
    }
    labels.take(text);
    context
        .err()
        .println("Đã bỏ nhãn / Taken away: " + publication.id() + " '" + given.get().text() + "'");
  }

  private PublicationLabel label(Publication publication) throws CommandFailed {
    try {
      return new PublicationLabel(text, publication.id(), LocalDateTime.now(context.clock()));
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUsage(DisplayText.of(e.getMessage()));
    }
  }
}
