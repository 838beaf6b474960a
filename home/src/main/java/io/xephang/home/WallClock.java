package io.xephang.home;

import java.time.Clock;
import java.time.ZoneId;

/** The clock on a wall in Viet Nam: all times of the product are read off it, without a zone. */
public final class WallClock {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private WallClock() {}

  /** The machine's time. Only {@code main} methods ask for it; everything else is given a clock. */
  public static Clock system() {
    return Clock.system(ZONE);
  }
}
