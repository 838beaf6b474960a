package io.xephang.schemas.unit;

import java.util.function.Consumer;

/** The outcome of looking a unit up by what somebody wrote. */
public sealed interface UnitMatch {
  /** Exactly one unit is meant. */
  record Found(String code) implements UnitMatch {
    @Override
    public void decide(Consumer<String> found, Consumer<String> notFound) {
      found.accept(code);
    }
  }

  /** No unit, or more than one; {@code detail} says which and what was expected. */
  record NotFound(String detail) implements UnitMatch {
    @Override
    public void decide(Consumer<String> found, Consumer<String> notFound) {
      notFound.accept(detail);
    }
  }

  /** Hands the code to the one, or what was found and expected to the other. */
  void decide(Consumer<String> found, Consumer<String> notFound);
}
