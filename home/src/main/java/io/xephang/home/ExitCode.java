package io.xephang.home;

/** Exit codes of every process of the product; scripts depend on them. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int WRONG_USAGE = 2;

  /** A data check failed and nothing was published. */
  public static final int CHECK_FAILED = 3;

  public static final int ANOTHER_WRITER = 4;

  /** What shells give for a program that SIGPIPE has ended: 128 and its number. */
  public static final int READER_STOPPED = 141;

  private ExitCode() {}
}
