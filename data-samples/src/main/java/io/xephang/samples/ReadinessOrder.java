package io.xephang.samples;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which an authority brings its procedures online.
 *
 * <p>Some procedures are easy everywhere, so part of the order is national; and what went online
 * stays online, so snapshots of different dates follow the same order.
 */
final class ReadinessOrder {
  private ReadinessOrder() {}

  static List<Procedure> of(List<Procedure> procedures, String authority) {
    return procedures.stream()
        .sorted(
            Comparator.comparingInt((Procedure p) -> difficulty(p, authority))
                .thenComparing(Procedure::root))
        .toList();
  }

  private static int difficulty(Procedure procedure, String authority) {
    return 3 * StableDraw.below(1_000, procedure.root(), "difficulty")
        + 2 * StableDraw.below(1_000, procedure.root(), authority + " difficulty");
  }
}
