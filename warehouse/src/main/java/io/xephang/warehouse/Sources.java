package io.xephang.warehouse;

import java.util.List;

/**
 * What a ranking rests on.
 *
 * @param files feed, date folder and name
 * @param texts where reported values were printed, as the reports say
 */
public record Sources(List<String> files, List<String> texts) {
  public Sources {
    files = List.copyOf(files);
    texts = List.copyOf(texts);
  }

  /** The files of a feed, such as {@code catalogs}. */
  public List<String> filesOf(String feed) {
    return files.stream().filter(file -> file.startsWith(feed + "/")).toList();
  }

  /** Whether a file says of itself that its figures are made up. */
  public boolean synthetic() {
    return files.stream().anyMatch(file -> file.contains("synthetic"));
  }
}
