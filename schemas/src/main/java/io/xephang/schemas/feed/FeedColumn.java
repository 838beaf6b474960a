package io.xephang.schemas.feed;

import io.xephang.schemas.Required;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a feed.
 *
 * @param name the contract's name, accepted as a header too
 * @param required must be there and not be empty
 * @param spellings the headers that officials write
 * @param notBefore of dossiers: a date before this day is a slip; null = any date will do
 */
public record FeedColumn(String name, boolean required, List<String> spellings, LocalDate notBefore)
    implements Serializable {
  public FeedColumn {
    Required.field("name", name);
    spellings = Required.orEmpty(spellings);
  }

  Iterable<String> allSpellings() {
    return Stream.concat(Stream.of(name), spellings.stream()).toList();
  }
}
