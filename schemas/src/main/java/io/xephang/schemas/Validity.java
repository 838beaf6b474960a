package io.xephang.schemas;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days on which something holds, both ends included.
 *
 * @param from first day; null = since ever
 * @param to last day; null = for good
 */
public record Validity(LocalDate from, LocalDate to) implements Serializable {
  public static final Validity ALWAYS = new Validity(null, null);

  private static final Comparator<Validity> BY_START =
      Comparator.comparing(Validity::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Validity {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("validity starts on " + from + ", after its end on " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** The days that both share, if any. */
  public Optional<Validity> intersection(Validity other) {
    LocalDate latestStart =
        from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
    LocalDate earliestEnd =
        to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
    return latestStart != null && earliestEnd != null && latestStart.isAfter(earliestEnd)
        ? Optional.empty()
        : Optional.of(new Validity(latestStart, earliestEnd));
  }

  /** Two of the given that share a day, or empty if they are disjoint. */
  public static Optional<List<Validity>> overlap(List<Validity> validities) {
    List<Validity> sorted = validities.stream().sorted(BY_START).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).intersection(sorted.get(i)).isPresent()) {
        return Optional.of(List.of(sorted.get(i - 1), sorted.get(i)));
      }
    }
    return Optional.empty();
  }

  /** The same days in as few spans as possible, in order: those that overlap or meet are joined. */
  public static List<Validity> joined(List<Validity> validities) {
    List<Validity> joined = new ArrayList<>();
    for (Validity next : validities.stream().sorted(BY_START).toList()) {
      Validity last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.reaches(next)) {
        joined.set(joined.size() - 1, new Validity(last.from, laterEnd(last.to, next.to)));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }

  /** Whether no day lies between this and one that does not start before it. */
  private boolean reaches(Validity next) {
    return to == null || next.from == null || !next.from.isAfter(to.plusDays(1));
  }

  private static LocalDate laterEnd(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }

  @Override
  public String toString() {
    return (from == null ? "…" : from) + " – " + (to == null ? "…" : to);
  }
}
