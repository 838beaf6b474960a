package io.xephang.cli;

import io.xephang.home.DeploymentHome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;

/** Where a command puts its result: standard output, or a file that appears whole or not at all. */
final class ResultFile {
  private ResultFile() {}

  /** Writes the result. */
  interface Content {
    void writeTo(Writer out) throws Exception;
  }

  /**
   * Has the content written.
   *
   * @param file null = standard output
   */
  static void write(CommandContext context, Path file, Content content) throws Exception {
    if (file == null) {
      // Not closed: the stream is the process's.
      Writer out = new BufferedWriter(new StandardOutput(context.out()));
      content.writeTo(out);
      out.flush();
      return;
    }
    replace(
        context,
        file,
        part -> {
          try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.writeTo(out);
          }
        });
  }

  /**
   * Has content written that tells of an outcome: whatever becomes of the words, it stands. A
   * reader that has enough of them changes no exit code.
   *
   * @param file null = standard output
   */
  static void tell(CommandContext context, Path file, Content content) throws Exception {
    try {
      write(context, file, content);
    } catch (IOException e) {
      if (!ReaderStopped.isCauseOf(e)) {
        throw e;
      }
    }
  }

  /** Writes the result to the file that it is given: one that is no text. */
  interface FileContent {
    void writeTo(Path part) throws Exception;
  }

  /**
   * Has a file written beside the one that it then replaces.
   *
   * @param file not null
   */
  static void replace(CommandContext context, Path file, FileContent content) throws Exception {
    // What a link names is replaced, not the link.
    Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    // Two commands that write one file do not write one part of it.
    Path part =
        whole.resolveSibling(whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    // Whoever interrupts a long query leaves no half of a file behind.
    part.toFile().deleteOnExit();
    try {
      content.writeTo(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    context.err().println("Đã ghi / Written: " + file);
  }

  /** Refuses what no file can be written to before anything is computed for it. */
  static void requireWritable(DeploymentHome home, Path file) throws CommandFailed, IOException {
    if (file == null) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw CommandFailed.wrongUsage(
          "-o " + file + ": là thư mục, cần tên tệp / is a folder, expected the name of a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw CommandFailed.wrongUsage(
          "-o " + file + ": không phải tệp thường / is no regular file; expected the name of one");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandFailed.wrongUsage(
          "-o " + file + ": không có thư mục / there is no folder " + folder);
    }
    requireOutside(home, file);
  }

  /**
   * Refuses a name that is one of another format: no program would open the file.
   *
   * @param formats what the names of files are looked at for, {@code .pdf} for {@code PDF}
   */
  static <F extends Enum<F>> void requireFittingName(Path file, F asked, Collection<F> formats)
      throws CommandFailed {
    if (file == null) {
      return;
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (F format : formats) {
      String ending = format.name().toLowerCase(Locale.ROOT);
      if (format != asked && name.endsWith("." + ending)) {
        throw CommandFailed.wrongUsage(
            "-o "
                + file
                + ": --format "
                + asked.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + " không ghi tệp như vậy; hãy thêm / writes no such file; add: --format "
                + ending);
      }
    }
  }

  /** Refuses a file or folder in which only the product writes. */
  static void requireOutside(DeploymentHome home, Path place) throws CommandFailed, IOException {
    if (home.keeps(place)) {
      throw CommandFailed.wrongUsage(
          "-o "
              + place
              + ": chỉ xephang được ghi ở đây; hãy chọn nơi khác / only xephang itself writes"
              + " there: choose another place");
    }
  }
}
