package io.xephang.cli;

import io.xephang.cli.run.JobRequest;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xephang quarantine retry}: has files judged again that had rejected rows. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Xét lại các tệp có dòng bị loại, sau khi bổ sung đơn vị hay tên khác.",
      "Have files with rejected rows judged again, after a unit or another name was added."
    },
    footer = {
      "",
      "Trước hết chạy xephang run để nhận danh mục đơn vị mới.",
      "First have the new units feed ingested by xephang run.",
      "",
      "Ví dụ / Examples:",
      "  xephang quarantine retry",
      "  xephang quarantine retry --landing landing"
    })
final class QuarantineRetryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      description = {
        "Thư mục có các tệp đó; mặc định là của lần chạy thành công gần nhất.",
        "The folder with those files; by default that of the last run that succeeded."
      })
  private Path landing;

  @Mixin private PublishingOptions publishing;

  QuarantineRetryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = landing == null ? ofLastRun() : landing;
    if (!Files.isDirectory(folder)) {
      throw CommandFailed.wrongUsage(
          "--landing " + folder + ": không có thư mục này / there is no such folder");
    }
    return publishing
        .conduct(context, JobRequest.retry(folder.toAbsolutePath().normalize()))
        .exitCode();
  }

  private Path ofLastRun() throws IOException, CommandFailed {
    return new RunRecords(context.home())
        .all().stream()
            // One that failed may have been given the wrong folder.
            .filter(run -> run.status().succeeded())
            .map(RunRecord::landing)
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .map(Path::of)
            .orElseThrow(
                () ->
                    CommandFailed.wrongUsage(
                        "chưa có lần chạy nào thành công: hãy cho biết --landing / no run has succeeded"
                            + " yet: give --landing"));
  }
}
