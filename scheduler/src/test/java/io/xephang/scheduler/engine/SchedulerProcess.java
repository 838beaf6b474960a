package io.xephang.scheduler.engine;

import io.xephang.scheduler.store.StoreFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A scheduler as a process of its own, which a test kills. */
final class SchedulerProcess {
  private SchedulerProcess() {}

  /** Serves the folder until it is killed; its dags are those that it had before. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    String dags = Files.readString(folder.resolve("dags").resolve("dags.yaml"));
    Deployment scheduler;
    try {
      scheduler = Deployment.of(folder, dags, Clock.systemUTC());
    } catch (StoreFailed e) {
      Files.writeString(folder.resolve("told"), e.getMessage());
      System.exit(1);
      return;
    }
    Files.writeString(folder.resolve("ready"), "");
    while (true) {
      Thread.sleep(100);
      if (!scheduler.told.isEmpty()) {
        Files.writeString(folder.resolve("told"), String.join("\n", scheduler.told));
      }
    }
  }
}
