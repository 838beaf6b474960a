package io.xephang.samples.dossiers;

import java.util.List;
import java.util.function.Predicate;

/** Draws services, popular ones more often. */
final class ServiceDraw {
  private final SyntheticService[] services;
  private final int[] popularityUpTo;
  private final int sum;

  ServiceDraw(List<SyntheticService> all, Predicate<SyntheticService> eligible) {
    services = all.stream().filter(eligible).toArray(SyntheticService[]::new);
    popularityUpTo = new int[services.length];
    int total = 0;
    for (int i = 0; i < services.length; i++) {
      total += services[i].popularity();
      popularityUpTo[i] = total;
    }
    sum = total;
  }

  /**
   * @throws IllegalStateException if there is no such service
   */
  SyntheticService next(Draws draws) {
    if (services.length == 0) {
      throw new IllegalStateException(
          "No service of the kind that is asked for: the catalog needs more procedures");
    }
    int drawn = draws.below(sum);
    int low = 0;
    int high = services.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (drawn < popularityUpTo[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return services[low];
  }
}
