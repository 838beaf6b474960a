package io.xephang.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param asOf compute up to this day and leave later files; else the newest date seen
 */
public record RunRequest(String runId, Path landing, Optional<LocalDate> asOf) {}
