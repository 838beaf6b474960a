package io.xephang.home;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Is told of every point that a run has passed, from its first look at the lake to the last file
 * cleared away: {@code written service}, {@code published 12}. What comes after the point has not
 * begun while {@link #reached} is at work, so whoever listens sees the home folder exactly as a
 * process that ended there would leave it.
 */
@FunctionalInterface
public interface Milestones {
  /** For work that belongs to no run. */
  Milestones UNHEARD = milestone -> {};

  /** The run has passed this point, and goes on when this returns. */
  void reached(String milestone);

  /** Tells these first, then the others. */
  default Milestones andThen(Milestones others) {
    return milestone -> {
      reached(milestone);
      others.reached(milestone);
    };
  }

  /** Those that the class path provides; nothing that is shipped does. */
  static Milestones provided() {
    List<Milestones> provided =
        ServiceLoader.load(Milestones.class).stream().map(ServiceLoader.Provider::get).toList();
    return milestone -> provided.forEach(one -> one.reached(milestone));
  }
}
