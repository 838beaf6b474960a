package io.xephang.cli;

import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.home.ExitCode;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.scheduler.service.SchedulerService;
import io.xephang.scheduler.service.SchedulerSettings;
import io.xephang.scheduler.store.StoreFailed;
import io.xephang.scheduler.store.StoreUnavailable;
import java.io.IOException;
import java.net.BindException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xephang scheduler}: in the foreground. */
@Command(
    name = "scheduler",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Chạy bộ lập lịch cho đến khi dừng (Ctrl-C); tác vụ đang chạy không bị dừng theo.",
      "Run the scheduler until it is stopped (Ctrl-C); tasks at work go on."
    },
    footer = {"", "Ví dụ / Example: xephang scheduler"})
final class SchedulerCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8974",
      description = {
        "Cổng của API trên máy này; 0 là cổng bất kỳ. (${DEFAULT-VALUE})",
        "Port of the API on this machine; 0 is any free one."
      })
  private int port;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "16",
      description = "Bao nhiêu tác vụ cùng lúc. / How many tasks at once. (${DEFAULT-VALUE})")
  private int parallelism;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "${env:XEPHANG_KEEP_DAYS:-" + SchedulerSettings.USUAL_KEPT_DAYS + "}",
      description = {
        "Giữ các lần chạy và nhật ký bao nhiêu ngày; cũng đặt được bằng XEPHANG_KEEP_DAYS. (${DEFAULT-VALUE})",
        "For how many days runs and logs are kept; XEPHANG_KEEP_DAYS sets it too."
      })
  private int keepDays;

  SchedulerCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    QuietLibraries.set();
    CountDownLatch stopped = new CountDownLatch(1);
    try (SchedulerService service =
        SchedulerService.start(
            SchedulerAccess.settings(context, port, parallelism, keepDays),
            context.clock(),
            this::tell)) {
      Thread ending = new Thread(() -> close(service), "end-scheduler");
      Runtime.getRuntime().addShutdownHook(ending);
      tell(
          "Bộ lập lịch đã chạy / The scheduler is at work: "
              + service.engine().catalog().dags().size()
              + " dag, http://localhost:"
              + service.port()
              + "/api/v2");
      stopped.await();
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUsage(e.getMessage());
    } catch (BindException e) {
      throw CommandFailed.failed(
          "cổng / port " + port + ": " + e.getMessage() + "; --port 0: cổng bất kỳ / any free one");
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter(
          "đã có bộ lập lịch hoặc lệnh khác / a scheduler or a command is at work: "
              + e.getMessage());
    } catch (StoreUnavailable | StoreFailed e) {
      throw CommandFailed.failed(e.getMessage());
    }
    return ExitCode.DONE;
  }

  private void close(SchedulerService service) {
    try {
      int left = service.engine().read(rows -> rows.tasks().countActive());
      if (left > 0) {
        tell(
            "Tác vụ chạy tiếp, lần khởi động sau tìm lại / Tasks that go on, and are found again: "
                + left);
      }
      service.close();
    } catch (IOException | StoreFailed e) {
      tell(e.getMessage());
    }
  }

  private void tell(String line) {
    LocalDateTime now = LocalDateTime.now(context.clock()).truncatedTo(ChronoUnit.SECONDS);
    context.err().println(now + " " + line);
  }
}
