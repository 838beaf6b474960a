package io.xephang.scheduler.service;

import io.xephang.scheduler.dag.DagFolder;
import java.net.InetAddress;
import java.util.Map;

/**
 * What a scheduler has to know.
 *
 * @param folder what it writes
 * @param dags the files of dags
 * @param address where the API listens; loopback unless somebody asks for another
 * @param port of the API; 0 for any that is free
 * @param places how many tasks may be at work at once
 * @param keptDays after its end a run is forgotten, with its logs
 * @param environment variables that tasks inherit
 * @param version of the product
 */
public record SchedulerSettings(
    SchedulerFolder folder,
    DagFolder dags,
    InetAddress address,
    int port,
    int places,
    int keptDays,
    Map<String, String> environment,
    String version) {
  /** A year and a month: the same report of the year before is still there. */
  public static final int USUAL_KEPT_DAYS = 400;

  public SchedulerSettings {
    environment = Map.copyOf(environment);
    if (places < 1) {
      throw new IllegalArgumentException("parallelism: cần ít nhất / expected at least 1");
    }
    if (keptDays < 1) {
      throw new IllegalArgumentException("keep-days: cần ít nhất / expected at least 1");
    }
  }
}
