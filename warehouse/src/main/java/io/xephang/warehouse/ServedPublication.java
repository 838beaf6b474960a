package io.xephang.warehouse;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The publication that is served.
 *
 * @param publishedAt Vietnamese wall-clock time
 */
public record ServedPublication(long id, String runId, LocalDateTime publishedAt, LocalDate asOf) {}
