package io.xephang.scheduler.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may use the API: whoever knows the secret in the token file, as it is or as the password that
 * buys a token for a day.
 */
final class Tokens {
  private static final Duration LIFE = Duration.ofDays(1);

  private final Secret secret;
  private final Clock clock;
  private final Map<Secret, Instant> given = new ConcurrentHashMap<>();

  Tokens(Secret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** A token for who knows the password; any name will do, there is one operator. */
  Optional<String> buy(String password) {
    if (!secret.is(password)) {
      return Optional.empty();
    }
    given.values().removeIf(end -> end.isBefore(clock.instant()));
    Secret token = Secret.random();
    given.put(token, clock.instant().plus(LIFE));
    return Optional.of(token.revealed());
  }

  boolean allow(String token) {
    Instant now = clock.instant();
    return secret.is(token)
        || given.entrySet().stream()
            .anyMatch(entry -> entry.getKey().is(token) && now.isBefore(entry.getValue()));
  }
}
