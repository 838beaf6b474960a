package io.xephang.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.CommandContext;
import io.xephang.cli.CommandFailed;
import io.xephang.home.DeploymentHome;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.scheduler.api.ApiResponse;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.service.SchedulerFolder;
import io.xephang.scheduler.service.SchedulerLink;
import io.xephang.scheduler.service.SchedulerSettings;
import io.xephang.scheduler.store.StoreFailed;
import io.xephang.scheduler.store.StoreUnavailable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a command knows of the scheduler, and its questions to it. */
public final class SchedulerAccess implements AutoCloseable {
  /** Names the folder of dag files. */
  public static final String DAGS = "XEPHANG_DAGS";

  /** Where the launcher says that the program lies. */
  private static final String ROOT = "xephang.root";

  private static final int BAD_REQUEST = 400;

  private final CommandContext context;
  private final SchedulerLink link;

  private SchedulerAccess(CommandContext context, SchedulerLink link) {
    this.context = context;
    this.link = link;
  }

  /** Reaches the scheduler that is at work, or its database. */
  public static SchedulerAccess open(CommandContext context) throws CommandFailed, IOException {
    try {
      return new SchedulerAccess(
          context, SchedulerLink.open(settings(context, 0, 1), context.clock()));
    } catch (NoSuchFileException e) {
      throw noDags(e);
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter(
          "một lệnh khác đang dùng bộ lập lịch / another command is using the scheduler: "
              + e.getMessage());
    } catch (StoreUnavailable e) {
      throw CommandFailed.failed(e.getMessage());
    }
  }

  private static CommandFailed noDags(NoSuchFileException missing) {
    return CommandFailed.failed(
        "không có thư mục dag / there is no folder of dags: "
            + missing.getFile()
            + "; đặt / set "
            + DAGS);
  }

  /**
   * Where everything is: dags in the folder that {@code XEPHANG_DAGS} names, else in that of the
   * home, else those that are shipped.
   *
   * @param places how many tasks may be at work at once
   * @param keptDays after its end a run is forgotten
   */
  public static SchedulerSettings settings(
      CommandContext context, int port, int places, int keptDays) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put(DeploymentHome.VARIABLE, context.home().folder().toString());
    Optional<String> root = Optional.ofNullable(System.getProperty(ROOT));
    // Tasks call xephang as a person would.
    root.ifPresent(
        folder ->
            environment.merge("PATH", folder, (path, added) -> added + File.pathSeparator + path));
    return new SchedulerSettings(
        new SchedulerFolder(context.home().scheduler()),
        new DagFolder(dags(context, environment, root), environment),
        InetAddress.getLoopbackAddress(),
        port,
        places,
        keptDays,
        environment,
        Optional.ofNullable(SchedulerAccess.class.getPackage().getImplementationVersion())
            .orElse("0"));
  }

  /** The same for those who let nothing be forgotten. */
  public static SchedulerSettings settings(CommandContext context, int port, int places) {
    return settings(context, port, places, SchedulerSettings.USUAL_KEPT_DAYS);
  }

  private static Path dags(
      CommandContext context, Map<String, String> environment, Optional<String> root) {
    String named = environment.getOrDefault(DAGS, "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    Path own = context.home().dags();
    return Files.isDirectory(own) || root.isEmpty()
        ? own
        : Path.of(root.get(), "scheduler", "dags");
  }

  /**
   * Reads something.
   *
   * @param path below {@code /api/v2}
   */
  public JsonNode get(List<String> path, Map<String, String> query)
      throws CommandFailed, IOException, InterruptedException {
    try {
      return answered(link.get(path, query));
    } catch (StoreFailed e) {
      throw CommandFailed.failed(e.getMessage());
    }
  }

  /**
   * Orders something.
   *
   * @param path below {@code /api/v2}
   */
  public JsonNode send(String method, List<String> path, JsonNode body)
      throws CommandFailed, IOException, InterruptedException {
    try {
      return answered(link.send(method, path, body));
    } catch (StoreFailed e) {
      throw CommandFailed.failed(e.getMessage());
    }
  }

  private static JsonNode answered(ApiResponse response) throws CommandFailed {
    if (response.status() < BAD_REQUEST) {
      return response.body();
    }
    JsonNode detail = response.body().path("detail");
    throw CommandFailed.failed(
        detail.isTextual()
            ? detail.textValue()
            : detail.path(0).path("loc").path(1).asText()
                + ": "
                + detail.path(0).path("msg").asText());
  }

  /** Says that what was ordered will not begin by itself, if no scheduler is at work. */
  public void sayIfNobodyIsAtWork() {
    if (!link.served()) {
      context
          .err()
          .println(
              "Chưa có bộ lập lịch nào chạy; việc này đợi đến khi có / No scheduler is at work;"
                  + " this waits until one is: xephang scheduler");
    }
  }

  @Override
  public void close() throws IOException {
    link.close();
  }
}
