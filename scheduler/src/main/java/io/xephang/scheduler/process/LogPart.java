package io.xephang.scheduler.process;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a log.
 *
 * @param lines without their ends
 * @param next byte where the next part begins; empty if this is the last one for now
 */
public record LogPart(List<String> lines, OptionalLong next) {
  public LogPart {
    lines = List.copyOf(lines);
  }
}
