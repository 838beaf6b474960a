package io.xephang.samples.dossiers;

import java.time.LocalDate;
import java.util.List;

/**
 * What a series of deliveries is made from: the same series gives the same bytes.
 *
 * @param from the first day on which dossiers are received
 * @param days how long they are received
 * @param every provinces deliver every so many days
 * @param provinces codes of provinces of 2020
 * @param messages of all provinces and deliveries, about; not those that dirt adds
 * @param messagesPerFile at most
 * @param progress whether the steps of handling are delivered too
 */
record Series(
    long seed,
    LocalDate from,
    int days,
    int every,
    List<String> provinces,
    long messages,
    int messagesPerFile,
    DeliveryForm form,
    boolean gzip,
    boolean progress,
    DirtRates dirt,
    CatalogSize catalogs) {
  Series {
    provinces = List.copyOf(provinces);
    if (provinces.isEmpty() || provinces.stream().distinct().count() < provinces.size()) {
      throw new IllegalArgumentException(
          "The provinces are %s; expected one or more, each once".formatted(provinces));
    }
    if (days < 1 || days > 4_000) {
      throw new IllegalArgumentException("%d days; expected 1 to 4000".formatted(days));
    }
    if (messages < 0 || messagesPerFile < 1) {
      throw new IllegalArgumentException(
          "%d messages, %d of them in a file; expected positive numbers"
              .formatted(messages, messagesPerFile));
    }
  }

  LocalDate lastDay() {
    return from.plusDays(days - 1L);
  }
}
