package io.xephang.scheduler.process;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tasks outlive the scheduler that has started them, and so the tests: what is left of them after a
 * test is ended before its folder is removed, in which they write how they ended.
 */
public final class EndOfLeftTasks implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext test) {
    ProcessHandle.current()
        .descendants()
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }
}
