package io.xephang.scheduler.store;

import java.time.Instant;

/**
 * A message to whoever runs this.
 *
 * @param id 0 until it is stored
 * @param key what it is about; the same is told once
 * @param text what happened, why, and what to do
 */
public record Alert(long id, String key, String subject, String text, Instant createdAt) {}
