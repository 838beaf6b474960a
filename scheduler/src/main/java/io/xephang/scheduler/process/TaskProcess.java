package io.xephang.scheduler.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process of an attempt: a supervisor that runs the command and outlives the scheduler. It was
 * started by this scheduler or found again by a later one.
 */
public final class TaskProcess {
  private static final String SUPERVISOR = supervisor();

  /** How long a command has between being asked to end and being killed. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration BETWEEN_LONG_LOOKS = Duration.ofSeconds(1);

  private final AttemptFiles files;
  private final ProcessMark mark;
  private final Optional<Process> child;

  private TaskProcess(AttemptFiles files, ProcessMark mark, Optional<Process> child) {
    this.files = files;
    this.mark = mark;
    this.child = child;
  }

  /**
   * Starts the supervisor, which then waits for {@link #begin}.
   *
   * @param environment all variables of the command
   * @throws IOException if it cannot be started or its files cannot be written
   */
  public static TaskProcess start(
      AttemptFiles files, String command, Map<String, String> environment) throws IOException {
    files.prepare();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", SUPERVISOR, "supervise", files.base().toString(), command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(files.work().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
    Process process = builder.start();
    Optional<ProcessMark> mark = ProcessMark.of(process.pid());
    if (mark.isEmpty()) {
      throw new IOException("bash: " + Files.readString(files.log(), StandardCharsets.UTF_8));
    }
    return new TaskProcess(files, mark.get(), Optional.of(process));
  }

  /** The process that an earlier scheduler has started. */
  public static TaskProcess found(AttemptFiles files, ProcessMark mark) {
    return new TaskProcess(files, mark, Optional.empty());
  }

  public ProcessMark mark() {
    return mark;
  }

  /** Lets the command run. Only then does anything happen. */
  public void begin() throws IOException {
    try (OutputStream words = child.orElseThrow().getOutputStream()) {
      words.write("go\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Ends the supervisor without having run the command. */
  public void abandon() throws IOException {
    child.orElseThrow().getOutputStream().close();
  }

  /** Whether its supervisor has ended, so that {@link #await} does not wait long. */
  public boolean hasEnded() {
    return mark.alive().isEmpty();
  }

  /**
   * Waits until the attempt has ended. Whatever is left of its processes then, if its supervisor
   * was killed, is killed too: nothing of it may run beside the next attempt.
   */
  public AttemptEnd await() throws InterruptedException, IOException {
    AttemptEnd end = ended();
    try {
      files.tidy();
    } catch (IOException | UncheckedIOException e) {
      // A folder that cannot be cleared away is no failure of the command.
      files.note("*** " + e.getMessage());
    }
    return end;
  }

  private AttemptEnd ended() throws InterruptedException, IOException {
    if (child.isPresent()) {
      child.get().waitFor();
    }
    boolean ended = child.isPresent();
    while (!ended) {
      ended = awaited(BETWEEN_LONG_LOOKS);
    }
    Optional<AttemptEnd> exited = files.exited();
    if (exited.isPresent()) {
      return exited.get();
    }
    if (!files.begun()) {
      return new AttemptEnd.NeverBegun();
    }
    if (child.isPresent() || mark.ofThisBoot()) {
      killAll();
    }
    return new AttemptEnd.Lost();
  }

  /** Ends the command: it is asked to, and killed if it does not. */
  public void stop() throws InterruptedException, IOException {
    Optional<ProcessHandle> alive = mark.alive();
    // A command that is just beginning has not said yet which its group is.
    while (alive.isPresent() && !signal("TERM")) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      alive = mark.alive();
    }
    if (alive.isPresent() && !awaited(GRACE)) {
      killAll();
    }
  }

  /**
   * Waits for the supervisor, which need not be a child.
   *
   * @return whether it has ended
   */
  private boolean awaited(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    Optional<ProcessHandle> alive = mark.alive();
    while (alive.isPresent() && System.nanoTime() < end) {
      try {
        // Java waits for ever for a zombie that nobody collects: so it is looked at in between.
        alive.get().onExit().get(BETWEEN_LONG_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // It goes on, or is a zombie.
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      alive = mark.alive();
    }
    return alive.isEmpty();
  }

  /** Returns when none is left, or after a while: a process that waits for a disk cannot end. */
  private void killAll() throws InterruptedException, IOException {
    Optional<ProcessGroup> group = files.group();
    long end = System.nanoTime() + GRACE.toNanos();
    while (group.isPresent()
        && group.get().signal("KILL")
        && group.get().alive()
        && System.nanoTime() < end) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private boolean signal(String name) throws InterruptedException, IOException {
    Optional<ProcessGroup> group = files.group();
    return group.isPresent() && group.get().signal(name);
  }

  private static String supervisor() {
    try (BufferedReader script =
        new BufferedReader(
            new InputStreamReader(
                TaskProcess.class.getResourceAsStream("supervise.bash"), StandardCharsets.UTF_8))) {
      return String.join("\n", script.lines().toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
