package io.xephang.scheduler.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same number.
 *
 * @param pid its number
 * @param born when it was started: on Linux the boot and the ticks since, which no clock that is
 *     set can change; elsewhere the time
 */
public record ProcessMark(long pid, String born) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** The mark of a process that is alive. */
  public static Optional<ProcessMark> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> born(handle).map(born -> new ProcessMark(pid, born)));
  }

  /** The process, unless it has ended; a zombie has. */
  public Optional<ProcessHandle> alive() {
    return of(pid).filter(this::equals).flatMap(mark -> ProcessHandle.of(pid));
  }

  /** Whether the machine has been running since: numbers of processes then mean the same. */
  boolean ofThisBoot() {
    try {
      return born.startsWith(Files.readString(BOOT).strip());
    } catch (IOException e) {
      // Not Linux: nobody can tell.
      return false;
    }
  }

  private static Optional<String> born(ProcessHandle handle) {
    try {
      ProcessStat stat = ProcessStat.of(handle.pid());
      return stat.ended()
          ? Optional.empty()
          : Optional.of(Files.readString(BOOT).strip() + " " + stat.startTicks());
    } catch (IOException e) {
      return handle.info().startInstant().map(Object::toString);
    }
  }
}
