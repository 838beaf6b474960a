package io.xephang.samples.dossiers;

import java.util.Arrays;

/**
 * What is to be sent in each delivery: one number for each event, in the order in which it came.
 */
final class EventQueue {
  private static final long[] NONE = {};

  private final long[][] events;
  private final int[] counts;

  EventQueue(int slots) {
    events = new long[slots][];
    Arrays.fill(events, NONE);
    counts = new int[slots];
  }

  void add(int slot, long event) {
    if (counts[slot] == events[slot].length) {
      events[slot] = Arrays.copyOf(events[slot], Math.max(64, counts[slot] * 2));
    }
    events[slot][counts[slot]++] = event;
  }

  int count(int slot) {
    return counts[slot];
  }

  long event(int slot, int index) {
    return events[slot][index];
  }

  /** The slot is done; its memory is needed for others. */
  void clear(int slot) {
    events[slot] = NONE;
  }
}
