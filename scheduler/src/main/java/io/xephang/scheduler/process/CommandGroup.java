package io.xephang.scheduler.process;

import java.util.Optional;

/**
 * The processes of a command.
 *
 * @param number that of its first process
 * @param born ticks from the start of the machine to that of the process; empty where Linux is not
 *     there to tell
 */
record CommandGroup(long number, Optional<String> born) {

  /** Whether all of it has ended, and its number has been given to somebody else since. */
  boolean replaced() {
    Optional<String> now = ProcessMark.of(number).map(ProcessMark::born);
    return now.isPresent()
        && born.isPresent()
        && born.filter(ticks -> now.get().endsWith(" " + ticks)).isEmpty();
  }
}
