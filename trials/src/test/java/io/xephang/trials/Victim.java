package io.xephang.trials;

import java.io.IOException;

/** Which process is killed. */
enum Victim {
  JOB,
  COMMAND,
  BOTH;

  /** Kills it, by SIGKILL; when both die, the one that would tell of the other dies first. */
  void kill(XephangProcess run) throws IOException, InterruptedException {
    if (this != JOB) {
      run.killCommand();
    }
    if (this != COMMAND) {
      run.killJob();
    }
  }
}
