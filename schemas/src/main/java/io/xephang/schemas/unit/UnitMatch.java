package io.xephang.schemas.unit;

/** The outcome of looking a unit up by what somebody wrote. */
public sealed interface UnitMatch {
  /** Exactly one unit is meant. */
  record Found(String code) implements UnitMatch {}

  /** No unit, or more than one; {@code detail} says which and what was expected. */
  record NotFound(String detail) implements UnitMatch {}
}
