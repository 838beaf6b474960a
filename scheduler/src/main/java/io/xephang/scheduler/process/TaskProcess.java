package io.xephang.scheduler.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
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
    Optional<ProcessHandle> alive = child.isPresent() ? child.map(Process::toHandle) : mark.alive();
    if (child.isPresent()) {
      child.get().waitFor();
    } else if (alive.isPresent()) {
      awaited(alive.get(), null);
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
    if (alive.isPresent() && !awaited(alive.get(), GRACE)) {
      killAll();
    }
  }

  private static boolean awaited(ProcessHandle handle, Duration most) throws InterruptedException {
    try {
      if (most == null) {
        handle.onExit().get();
      } else {
        handle.onExit().get(most.toMillis(), TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when none is left, or after a while: a machine without an init keeps dead ones. */
  private void killAll() throws InterruptedException, IOException {
    long end = System.nanoTime() + GRACE.toNanos();
    while (signal("KILL") && System.nanoTime() < end) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  /**
   * To all processes of the command. Java cannot signal groups; bash can.
   *
   * @return whether there was any
   */
  private boolean signal(String name) throws InterruptedException, IOException {
    Optional<CommandGroup> group = files.group();
    if (group.isEmpty() || group.get().replaced()) {
      return false;
    }
    List<String> kill =
        List.of("bash", "-c", "kill -s \"$1\" -- \"-$2\"", "kill", name, "" + group.get().number());
    return new ProcessBuilder(kill)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
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
