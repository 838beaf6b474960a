package io.xephang.home;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A publication whose files retention has removed.
 *
 * @param publishedAt Vietnamese wall-clock time
 * @param asOf the date up to which values were computed
 * @param expiredAt Vietnamese wall-clock time
 */
public record ExpiredPublication(
    long id, LocalDateTime publishedAt, LocalDate asOf, LocalDateTime expiredAt) {}
