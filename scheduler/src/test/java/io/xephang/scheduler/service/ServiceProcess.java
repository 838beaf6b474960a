package io.xephang.scheduler.service;

import io.xephang.scheduler.dag.DagFolder;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A scheduler with its API as a process of its own. */
final class ServiceProcess {
  private ServiceProcess() {}

  /** Serves the folder until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SchedulerSettings settings =
        new SchedulerSettings(
            new SchedulerFolder(folder.resolve("scheduler")),
            new DagFolder(folder.resolve("dags"), Map.of()),
            InetAddress.getLoopbackAddress(),
            0,
            2,
            SchedulerSettings.USUAL_KEPT_DAYS,
            Map.of("PATH", System.getenv("PATH")),
            "1");
    SchedulerService.start(settings, Clock.systemUTC(), System.err::println);
    new CountDownLatch(1).await();
  }
}
