package io.xephang.cli;

import io.xephang.cli.run.Conductor;
import io.xephang.cli.run.Conductor.Outcome;
import io.xephang.cli.run.JobInstallation;
import io.xephang.cli.run.JobRequest;
import io.xephang.cli.run.RunSummary;
import io.xephang.home.DiskFailure;
import io.xephang.home.ExitCode;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What the commands share that have a job publish something. */
final class PublishingOptions {
  private static final String MEMORY = "XEPHANG_JOB_MEMORY";

  @Option(
      names = "--accept",
      paramLabel = "CHECK=REASON",
      description = {
        "Công bố dù kiểm tra này không đạt; lý do được ghi lại.",
        "Publish in spite of this check; the reason is recorded."
      })
  private Map<String, String> accepted = new LinkedHashMap<>();

  /** Conducts the job and says what came of it. */
  Outcome conduct(CommandContext context, JobRequest request) throws Exception {
    JobInstallation jobs =
        context
            .jobs()
            .orElseThrow(
                () ->
                    CommandFailed.failed(
                        "hãy gọi qua tập lệnh xephang / call it through the script xephang: it says"
                            + " where the Spark jobs are"));
    try {
      Outcome outcome =
          new Conductor(context.home(), jobs, memory(), context.clock(), context.err())
              .conduct(request.accepting(fullNames()));
      RunSummary.print(outcome.run(), context.err());
      if (outcome.exitCode() != ExitCode.DONE) {
        sayWhatIsServed(context);
      }
      return outcome;
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter("tiến trình khác đang ghi / " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      Optional<String> disk = DiskFailure.sentence(context.home(), e);
      if (disk.isEmpty()) {
        throw e;
      }
      sayWhatIsServed(context);
      throw CommandFailed.failed(disk.get());
    }
  }

  private static void sayWhatIsServed(CommandContext context) throws Exception {
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      context
          .err()
          .println(
              "Vẫn tra cứu được công bố số / Still served: publication "
                  + warehouse.standing().publication().id());
    } catch (NoServedDatabase e) {
      context.err().println("Chưa có công bố nào / Nothing was ever published.");
    }
  }

  /** The accepted checks as table and name; a name alone will do where only one table has it. */
  private SortedMap<String, String> fullNames() throws CommandFailed {
    SortedMap<String, String> full = new TreeMap<>();
    if (accepted.isEmpty()) {
      return full;
    }
    List<String> acceptable =
        Definitions.shipped().tables().values().stream()
            .flatMap(
                table ->
                    table.comparison().stream()
                        .flatMap(comparison -> comparison.checks().stream())
                        .map(check -> table.name() + "." + check.name()))
            .toList();
    for (Map.Entry<String, String> entry : accepted.entrySet()) {
      List<String> meant =
          acceptable.stream()
              .filter(check -> check.equals(entry.getKey()) || check.endsWith("." + entry.getKey()))
              .toList();
      if (meant.size() != 1) {
        throw CommandFailed.wrongUsage(
            "--accept "
                + entry.getKey()
                + ": không phải kiểm tra có thể chấp nhận / is no check that can be accepted; có /"
                + " there are: "
                + String.join(", ", acceptable));
      }
      if (entry.getValue().isBlank()) {
        throw CommandFailed.wrongUsage(
            "--accept " + entry.getKey() + ": cần lý do / expected a reason, CHECK=REASON");
      }
      full.put(meant.get(0), entry.getValue().strip());
    }
    return full;
  }

  private static String memory() throws CommandFailed {
    String memory = System.getenv().getOrDefault(MEMORY, "2g");
    if (!memory.matches("\\d+[kmgKMG]")) {
      throw CommandFailed.wrongUsage(
          MEMORY + " là / is '" + memory + "', cần dạng như / expected a size like 2g");
    }
    return memory;
  }
}
