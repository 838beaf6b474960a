package io.xephang.scheduler.process;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The process group of a command. It is used only within the boot in which it was made.
 *
 * @param number that of its first process
 * @param born when the first process was started, as in {@link ProcessMark}; empty if the
 *     supervisor could not tell
 */
record ProcessGroup(long number, String born) {

  /**
   * Sends a signal to all processes of the group. Java cannot signal groups; bash can.
   *
   * @return whether there was any; a group whose number has gone to a stranger is none, and gets no
   *     signal
   */
  boolean signal(String name) throws InterruptedException, IOException {
    // Linux gives a number to no new process while a group has it. So the group is this one, or
    // gone, unless the first process is another.
    Optional<ProcessMark> first = ProcessMark.of(number);
    if (first.isPresent() && !born.isEmpty() && !first.get().born().equals(born)) {
      return false;
    }
    List<String> kill =
        List.of("bash", "-c", "kill -s \"$1\" -- \"-$2\"", "kill", name, Long.toString(number));
    return new ProcessBuilder(kill)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Whether any of its processes has not ended; zombies have, on machines without an init too. */
  boolean alive() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid).anyMatch(this::isOfGroup);
  }

  private boolean isOfGroup(long pid) {
    try {
      ProcessStat stat = ProcessStat.of(pid);
      return stat.group() == number && !stat.ended();
    } catch (IOException e) {
      // It has gone meanwhile.
      return false;
    }
  }
}
