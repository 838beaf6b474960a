package io.xephang.scheduler.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux says of a process in {@code /proc/PID/stat} (proc(5)).
 *
 * @param ended whether it is a zombie: it has ended, only nobody has asked how
 * @param group number of its process group
 * @param startTicks ticks between the start of the machine and its own
 */
record ProcessStat(boolean ended, long group, String startTicks) {
  /** Places of the fields, counted behind the name of the command. */
  private static final int STATE = 0;

  private static final int GROUP = 2;
  private static final int START_TICKS = 19;

  /**
   * Reads it.
   *
   * @throws IOException if there is no such process, or this is not Linux
   */
  static ProcessStat of(long pid) throws IOException {
    String line =
        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
    // The name of the command stands in parentheses and may hold anything.
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    return new ProcessStat(
        fields.get(STATE).equals("Z"), Long.parseLong(fields.get(GROUP)), fields.get(START_TICKS));
  }
}
