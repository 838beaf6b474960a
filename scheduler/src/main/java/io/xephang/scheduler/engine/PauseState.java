package io.xephang.scheduler.engine;

/** Whether a dag's runs are held back. */
public enum PauseState {
  PAUSED,
  ACTIVE
}
