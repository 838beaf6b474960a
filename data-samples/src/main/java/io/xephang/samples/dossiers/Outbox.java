package io.xephang.samples.dossiers;

import java.nio.file.Path;

/** The files of one province in one delivery: numbered, a new one when one is full. */
final class Outbox implements AutoCloseable {
  private static final int LATE_BY_AT_MOST = 5;

  private final Path landing;
  private final Series series;
  private final ProvinceTruth truth;
  private final Draws draws = new Draws();
  private final String province;
  private final int day;
  private final String folder;
  private final boolean byteOrderMark;
  private final boolean carriageReturns;
  private final boolean late;
  private int number;
  private Open onTime;
  private Open delayed;
  private Open current;

  /** A file and what is known of it. */
  private record Open(DeliveryFile file, FileTruth truth) {}

  /**
   * @param date the delivery's, as its folder is named
   */
  Outbox(Path landing, Series series, ProvinceTruth truth, String date, int day, long subject) {
    this.landing = landing;
    this.series = series;
    this.truth = truth;
    this.province = truth.province().code();
    this.day = day;
    this.folder = "dossiers/" + date + "/";
    draws.startAt(subject);
    byteOrderMark = draws.happens(series.dirt().of(Dirt.BYTE_ORDER_MARK));
    carriageReturns = draws.happens(series.dirt().of(Dirt.CARRIAGE_RETURNS));
    late = draws.happens(series.dirt().of(Dirt.LATE_FILE));
  }

  /** The file for the messages of a dossier: all of them go into the same. */
  void begin(long dossierSubject) {
    boolean isDelayed = late && (dossierSubject & 7) == 0;
    Open open = isDelayed ? delayed : onTime;
    if (open == null || open.file.rows() >= series.messagesPerFile()) {
      if (open != null) {
        open.file.close();
      }
      open = next(isDelayed);
      if (isDelayed) {
        delayed = open;
      } else {
        onTime = open;
      }
    }
    current = open;
  }

  private Open next(boolean isDelayed) {
    number++;
    boolean gzip = series.gzip() || draws.happens(series.dirt().of(Dirt.SOME_GZIP));
    int arrival = day + (isDelayed ? 1 + draws.below(LATE_BY_AT_MOST) : 0);
    String name =
        folder
            + province
            + "-%03d".formatted(number)
            + series.form().extension()
            + (gzip ? ".gz" : "");
    Path file = landing.resolve(name);
    FileTruth fileTruth = truth.addFile("dossiers", name, day, arrival);
    return new Open(
        switch (series.form()) {
          case NDJSON -> new LineDelivery(file, byteOrderMark, carriageReturns);
          case ENVELOPE -> EnvelopeDelivery.lines(file, byteOrderMark, carriageReturns);
          case JSON ->
              EnvelopeDelivery.document(
                  file, byteOrderMark, carriageReturns, (day + number) % 2 == 0);
          case CSV ->
              new CsvDelivery(
                  file,
                  byteOrderMark,
                  carriageReturns,
                  series.provinces().indexOf(province) % 2 == 1);
        },
        fileTruth);
  }

  void writeGood(Message message) {
    current.file.write(message);
    current.truth.addGood();
  }

  void writeDuplicate(Message message) {
    current.file.write(message);
    current.truth.addDuplicate();
  }

  void writeRejected(Message message, Dirt reason) {
    if (reason == Dirt.MALFORMED) {
      current.file.writeBroken(message, current.file.rows());
    } else {
      current.file.write(message);
    }
    current.truth.addRejected(reason, current.file.position());
  }

  @Override
  public void close() {
    if (onTime != null) {
      onTime.file.close();
    }
    if (delayed != null) {
      delayed.file.close();
    }
  }
}
