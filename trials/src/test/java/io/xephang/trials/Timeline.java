package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.home.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How long an undisturbed run takes from each milestone to the next.
 *
 * @param gaps the milestones in order, each with the time until the next one
 */
record Timeline(List<Gap> gaps) {
  private static final String MILESTONE = " milestone - ";
  private static final int TIME = "2020-08-20 12:00:00.000".length();

  /** A milestone and the milliseconds until the next one. */
  record Gap(String name, long millis) {}

  /** A milestone and when a run passed it. */
  record Passed(String name, LocalDateTime at) {}

  /** A time after the milestone of that place. */
  record Moment(int after, long millis) {}

  /** That of a run that has ended. */
  static Timeline of(DeploymentHome home, RunRecord run) throws IOException {
    List<Passed> milestones = milestones(home, run);
    List<Gap> between = new ArrayList<>();
    for (int i = 0; i + 1 < milestones.size(); i++) {
      Passed from = milestones.get(i);
      long millis = Duration.between(from.at(), milestones.get(i + 1).at()).toMillis();
      between.add(new Gap(from.name(), millis));
    }
    return new Timeline(List.copyOf(between));
  }

  /** The same with at most so many milliseconds after a milestone. */
  Timeline withAtMost(String milestone, long millis) {
    return new Timeline(
        gaps.stream()
            .map(
                gap ->
                    gap.name().equals(milestone)
                        ? new Gap(milestone, Math.min(gap.millis(), millis))
                        : gap)
            .toList());
  }

  /** How long a publication takes to be served, in milliseconds. */
  long servingMillis() {
    return gaps.stream()
        .filter(gap -> gap.name().startsWith("serving"))
        .mapToLong(Gap::millis)
        .sum();
  }

  /** What a run has passed so far, without what its command made up for before it began. */
  static List<Passed> milestones(DeploymentHome home, RunRecord run) throws IOException {
    Path runLog = home.runLog(run.runId());
    List<Passed> milestones = new ArrayList<>();
    if (Files.exists(runLog)) {
      // Milestones are plain ASCII; of what is being written now there may be half a letter.
      for (String line : Files.readAllLines(runLog, StandardCharsets.ISO_8859_1)) {
        int name = line.indexOf(MILESTONE);
        if (line.endsWith(MILESTONE + "started")) {
          milestones.clear();
        }
        if (name > 0) {
          milestones.add(
              new Passed(
                  // The number of a publication is another one in each run.
                  line.substring(name + MILESTONE.length())
                      .replaceFirst("published .*", "published"),
                  LocalDateTime.parse(line.substring(0, TIME).replace(' ', 'T'))));
        }
      }
    }
    return milestones;
  }

  /** A moment of the work: any millisecond of it is as likely as any other. */
  Moment draw(Random random) {
    long whole = gaps.stream().mapToLong(Gap::millis).sum();
    long at = (long) (random.nextDouble() * whole);
    for (int i = 0; i < gaps.size(); i++) {
      if (at < gaps.get(i).millis()) {
        return new Moment(i, at);
      }
      at -= gaps.get(i).millis();
    }
    throw new IllegalStateException("a moment after the end");
  }

  /** The place of the last of some milestones that is one of these; -1 if none is. */
  int last(List<String> milestones) {
    List<String> names = gaps.stream().map(Gap::name).toList();
    return milestones.stream().mapToInt(names::lastIndexOf).max().orElse(-1);
  }
}
