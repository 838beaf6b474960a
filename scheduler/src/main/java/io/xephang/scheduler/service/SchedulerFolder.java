package io.xephang.scheduler.service;

import java.nio.file.Path;

/**
 * What the scheduler writes.
 *
 * <pre>
 * lock            who has the database open
 * runs.mv.db      runs, tasks, attempts
 * logs/           a log for each attempt, and what its supervisor tells
 * token           the secret of the API; only its owner can read it
 * endpoint.json   where the scheduler that is at work listens
 * </pre>
 *
 * @param folder absolute
 */
public record SchedulerFolder(Path folder) {
  public SchedulerFolder {
    folder = folder.toAbsolutePath().normalize();
  }

  Path lock() {
    return folder.resolve("lock");
  }

  Path runs() {
    return folder.resolve("runs");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  Path token() {
    return folder.resolve("token");
  }

  Path endpoint() {
    return folder.resolve("endpoint.json");
  }
}
