package io.xephang.cli;

/** Keeps libraries from writing on standard error that there is no logger for them. */
final class QuietLibraries {
  private QuietLibraries() {}

  /** Before Quartz is loaded; it logs through SLF4J, and what matters is told without it. */
  static void set() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }
}
