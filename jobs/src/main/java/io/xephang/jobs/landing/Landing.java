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

  /** The same, with what the plan could not take into account. */
  public Landing alsoLeftAlone(List<String> lost) {
    List<String> all = new ArrayList<>(leftAlone);
    for (String file : lost) {
      all.add(
          file
              + ": a file of the same content, which stood for it, has other content now, and this"
              + " one is gone; expected it in the landing folder, deliver it again if it is to count");
    }
    return new Landing(files, all);
  }
}
