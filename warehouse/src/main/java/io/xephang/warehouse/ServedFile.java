package io.xephang.warehouse;

import java.nio.file.Path;
import java.util.List;

/**
 * A served database on disk.
 *
 * @param database absolute
 * @param files the files outside it that it reads, absolute
 */
public record ServedFile(Path database, List<String> files) {
  public ServedFile {
    files = List.copyOf(files);
  }
}
