package io.xephang.jobs.landing;

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
}
