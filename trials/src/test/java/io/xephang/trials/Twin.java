package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.RunStatus;
import io.xephang.jobs.Deployment;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A deployment that nobody disturbs, in this process. */
final class Twin {
  /** Spark's sessions belong to the thread that made them. */
  private static final ExecutorService SPARK =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "twins");
            thread.setDaemon(true);
            return thread;
          });

  private final Deployment deployment;

  Twin(Path folder) throws Exception {
    this.deployment = inTurn(() -> new Deployment(folder));
  }

  /** Runs on what has landed, and serves what it publishes. */
  ServedState run(Deliveries landed) throws Exception {
    return inTurn(
        () -> {
          landed.copyTo(deployment.landing());
          RunStatus status = deployment.run().status();
          if (status != RunStatus.PUBLISHED) {
            throw new AssertionError("the undisturbed deployment found " + status.id());
          }
          new ServedDatabase(home(), Definitions.shipped()).build(publication(), List.of());
          return ServedState.of(home());
        });
  }

  DeploymentHome home() {
    return deployment.home();
  }

  Publication publication() {
    return deployment.publication();
  }

  private static <T> T inTurn(Callable<T> work) throws Exception {
    try {
      return SPARK.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
