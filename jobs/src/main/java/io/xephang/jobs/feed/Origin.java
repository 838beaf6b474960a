package io.xephang.jobs.feed;

import java.time.LocalDate;

/**
 * Where a row comes from.
 *
 * @param date the date folder of its file; null for feeds without one
 */
record Origin(LocalDate date) {}
