package io.xephang.jobs;

import io.xephang.jobs.landing.Corrections;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is asked to do.
 *
 * @param landing where to look for files; empty = nowhere, the run only corrects
 * @param asOf compute up to this day and leave later files; else the newest date seen
 * @param accepted reasons to publish in spite of a check, by check such as {@code
 *     indicator_interval.national_catalog_halved}
 */
public record RunRequest(
    String runId,
    Optional<Path> landing,
    Optional<LocalDate> asOf,
    Corrections corrections,
    SortedMap<String, String> accepted) {

  public RunRequest {
    accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
  }
}
