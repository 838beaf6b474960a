package io.xephang.cli.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of the notebooks, which belong to the user: one that is there is never written over. */
final class NotebookCopies {
  private NotebookCopies() {}

  /** Copies what is not there yet, and tells which ones differ from those of the product. */
  static void make(ShippedNotebooks shipped, NotebookFolder folder, PrintStream err)
      throws IOException {
    Files.createDirectories(folder.folder());
    for (Path file : shipped.files()) {
      Path copy = folder.folder().resolve(file.getFileName());
      if (!Files.exists(copy)) {
        Files.copy(file, copy);
        err.println("Đã chép / Copied: " + copy);
      } else if (Files.mismatch(file, copy) >= 0) {
        err.println(
            "Giữ nguyên, khác bản gốc / Kept, differs from the original: "
                + copy
                + " (xóa đi để lấy bản gốc / delete it to have that one)");
      }
    }
  }
}
