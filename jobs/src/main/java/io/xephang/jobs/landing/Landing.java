package io.xephang.jobs.landing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a landing folder holds.
 *
 * @param files what can be read, in order of {@link LandedFile#file()}
 * @param leftAlone names that are not read in this run, each with the reason
 */
public record Landing(List<LandedFile> files, List<String> leftAlone) {
  public Landing {
    files = List.copyOf(files);
    leftAlone = List.copyOf(leftAlone);
  }

  /** The same, with more names that are not read in this run, each with the reason. */
  public Landing alsoLeftAlone(List<String> more) {
    List<String> all = new ArrayList<>(leftAlone);
    all.addAll(more);
    return new Landing(files, all);
  }
}
