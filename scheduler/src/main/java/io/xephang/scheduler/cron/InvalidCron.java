package io.xephang.scheduler.cron;

/** Not a cron expression; the message says what was found and what was expected. */
public final class InvalidCron extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidCron(String expression, String problem) {
    super("biểu thức cron / cron expression '" + expression + "': " + problem);
  }
}
