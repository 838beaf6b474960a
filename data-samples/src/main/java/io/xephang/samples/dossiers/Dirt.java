package io.xephang.samples.dossiers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with real deliveries. Each kind happens at a rate of its own: of messages, of
 * dossiers or of files.
 */
enum Dirt {
  // Rejected, with the reason of the same name; section 1 of the contract, in its order.
  MALFORMED(true, 0.1),
  MISSING_FIELD(true, 0.1),
  BAD_DATE(true, 0.1),
  UNKNOWN_STATUS(true, 0.1),
  UNKNOWN_UNIT(true, 0.1),
  BAD_CODE(true, 0.1),
  BAD_NUMBER(true, 0.1),
  BAD_VALUE(true, 0.1),
  RECEIVED_AFTER_DELIVERY(true, 0.1),
  FINISHED_BEFORE_RECEIVED(true, 0.1),

  /** A message twice in one file, one time in two with another note. */
  DUPLICATE(false, 0.5),
  /** The message of the last delivery again in the next one. */
  REPEATED(false, 0.5),
  /** The message before the last one again: it is a newer statement, and counts. */
  OLD_STATE_AGAIN(false, 0.1),
  /** Two messages of a dossier in one file: the later one counts. */
  EVERY_STEP(false, 0.5),

  /** A dossier of a procedure in no catalog. */
  UNLISTED_PROCEDURE(false, 0.5),
  /** A dossier handled by a unit that nobody knows: it counts for the province. */
  UNLISTED_UNIT(false, 0.5),
  /** A dossier code without the code of its province. */
  FOREIGN_CODE(false, 0.3),
  /** Names in decomposed Unicode. */
  NFD(false, 1),
  /** Numbers and booleans where texts are usual. */
  LOOSE_TYPES(false, 0.5),
  /** Dates without seconds, or without a time. */
  SHORT_DATES(false, 1),
  /** Spaces around codes. */
  SPACES(false, 0.5),
  /** A closed dossier without the time at which it was. */
  NO_FINISH(false, 0.5),

  /** Of a day's deliveries: a part of it arrives days later, in its old date folder. */
  LATE_FILE(false, 2),
  BYTE_ORDER_MARK(false, 5),
  CARRIAGE_RETURNS(false, 5),
  /** Some files compressed among others that are not. */
  SOME_GZIP(false, 5);

  static final List<Dirt> REJECTED = Arrays.stream(values()).filter(d -> d.rejected).toList();

  private final boolean rejected;
  private final double share;

  Dirt(boolean rejected, double share) {
    this.rejected = rejected;
    this.share = share;
  }

  /** From 0, for tables of rates. */
  @SuppressWarnings("EnumOrdinal") // Asked for each message: an EnumMap would box its rates.
  int place() {
    return ordinal();
  }

  /** How often this happens in a series of so much dirt, 0 to 1. */
  double rateAt(double dirt) {
    return Math.min(1, share * dirt);
  }

  /** As the contract names its reason, and as the command names it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Dirt named(String label) {
    for (Dirt dirt : values()) {
      if (dirt.label().equals(label)) {
        return dirt;
      }
    }
    List<String> labels = new ArrayList<>();
    for (Dirt dirt : values()) {
      labels.add(dirt.label());
    }
    throw new IllegalArgumentException(
        "'%s' is no kind of dirt; expected one of %s".formatted(label, String.join(", ", labels)));
  }
}
