package io.xephang.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of few megabytes, in memory. Mounting it takes root. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one; empty, and said aloud, where that is not possible. */
  static Optional<SmallDisk> mount(Path folder, int megabytes) throws Exception {
    Files.createDirectories(folder);
    String refused =
        command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "xephang", "" + folder);
    if (refused.isEmpty()) {
      return Optional.of(new SmallDisk(folder));
    }
    System.out.println("SKIPPED, NOTHING WAS TRIED: no small disk can be mounted: " + refused);
    return Optional.empty();
  }

  Path folder() {
    return folder;
  }

  /** Takes all the space that is left. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!full.getMessage().contains("No space left")) {
        throw full;
      }
    }
  }

  /** Gives it back. */
  void free() throws IOException {
    Files.delete(ballast());
  }

  void readOnly() throws Exception {
    mustDo("mount", "-o", "remount,ro", "" + folder);
  }

  void writable() throws Exception {
    mustDo("mount", "-o", "remount,rw", "" + folder);
  }

  @Override
  public void close() throws Exception {
    mustDo("umount", "-l", "" + folder);
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static void mustDo(String... command) throws Exception {
    String refused = command(command);
    if (!refused.isEmpty()) {
      throw new IOException(refused);
    }
  }

  /** What it had to say if it failed. */
  private static String command(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : String.join(" ", command) + ": " + said;
  }
}
