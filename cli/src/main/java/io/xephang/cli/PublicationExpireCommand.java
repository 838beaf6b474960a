package io.xephang.cli;

import io.xephang.cli.run.Conductor.Outcome;
import io.xephang.cli.run.JobRequest;
import io.xephang.home.ExitCode;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLabel;
import io.xephang.home.PublicationLabels;
import io.xephang.home.RetentionRule;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.ServedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xephang publication expire}: removes old publications and their files for good. */
@Command(
    name = "expire",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Xóa hẳn các công bố cũ và tệp của chúng; không xóa công bố có nhãn.",
      "Remove old publications and their files for good; never one with a label."
    },
    footer = {
      "",
      "Chỉ xóa công bố vừa cũ hơn --older-than ngày vừa không thuộc --keep-last lần mới nhất.",
      "Only what is both older than --older-than days and not among the last --keep-last.",
      "",
      "Ví dụ / Examples:",
      "  xephang publication expire --dry-run",
      "  xephang publication expire --keep-last 60 --older-than 400"
    })
final class PublicationExpireCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--keep-last",
      paramLabel = "N",
      defaultValue = "60",
      description = {
        "Số lần công bố mới nhất được giữ (mặc định ${DEFAULT-VALUE}, ít nhất 2).",
        "How many of the newest are kept (default ${DEFAULT-VALUE}, at least 2)."
      })
  private int keepLast;

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      defaultValue = "400",
      description = {
        "Chỉ xóa công bố cũ hơn bấy nhiêu ngày (mặc định ${DEFAULT-VALUE}).",
        "Remove only what is older than so many days (default ${DEFAULT-VALUE})."
      })
  private int olderThan;

  @Option(
      names = "--dry-run",
      description = {"Chỉ cho biết sẽ xóa gì.", "Only tell what would be removed."})
  private boolean dryRun;

  PublicationExpireCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Set<Long> removable = removable(rule());
    String ids =
        removable.isEmpty()
            ? "không có / none"
            : String.join(", ", removable.stream().map(String::valueOf).toList());
    if (dryRun) {
      context.err().println("Sẽ xóa / Would be removed: " + ids);
      return ExitCode.DONE;
    }
    if (removable.isEmpty()) {
      dropServed();
      context.err().println("Xóa / Removed: " + ids);
      return ExitCode.DONE;
    }
    Outcome outcome = new PublishingOptions().conduct(context, JobRequest.expire(removable));
    dropServed();
    return outcome.exitCode();
  }

  private RetentionRule rule() throws CommandFailed {
    try {
      return new RetentionRule(keepLast, olderThan);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUsage(e.getMessage());
    }
  }

  /** What the rule says, and what an expiry that was interrupted has left. */
  private Set<Long> removable(RetentionRule rule) throws CommandFailed, SQLException, IOException {
    List<Publication> known = KnownPublication.all(context.home());
    Set<Long> labelled =
        new PublicationLabels(context.home())
            .all().stream().map(PublicationLabel::publication).collect(Collectors.toSet());
    Set<Long> removable = new TreeSet<>();
    rule.removable(known, labelled, LocalDateTime.now(context.clock()))
        .forEach(publication -> removable.add(publication.id()));
    Set<Long> expired = new ExpiredPublications(context.home()).ids();
    known.stream().map(Publication::id).filter(expired::contains).forEach(removable::add);
    try {
      // The newest may not be served yet: readers are at the one before.
      removable.remove(KnownPublication.current(context.home()).id());
    } catch (NoServedDatabase e) {
      // Nobody reads anything.
    }
    return removable;
  }

  /** Also those of an expiry that was interrupted before it came to them. */
  private void dropServed() throws IOException {
    new ServedDatabase(context.home(), Definitions.shipped())
        .drop(new ExpiredPublications(context.home()).ids());
  }
}
