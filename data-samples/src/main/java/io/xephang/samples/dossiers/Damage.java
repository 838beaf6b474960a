package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;

/** Makes a good message one that is rejected for one reason, and for no reason that comes first. */
final class Damage {
  private static final byte[][] BAD_FEES = {
    utf8("50.000đ"), utf8("-20000"), utf8("miễn phí"), utf8("1e4")
  };
  private static final String[] BAD_DAYS = {
    "20200231083000", "20191301", "2020-02-03", "31/12/2019", "20200615250000", "202006"
  };
  private static final String[] BAD_STATUSES = {"11", "0", "12", "DA_XONG"};
  private static final String[] BAD_CODES = {"1.00119", "2002621", "TTHC-01", "12.002621.H56"};
  private static final String[] BAD_CHANNELS = {"4", "9", "online", "0"};
  private static final MessageField[] REQUIRED = {
    MessageField.DOSSIER_CODE,
    MessageField.PROCEDURE_CODE,
    MessageField.RECEIVED,
    MessageField.STATUS
  };
  private static final MessageField[] DATES = {
    MessageField.RECEIVED, MessageField.DUE, MessageField.FINISHED, MessageField.RETURNED
  };
  private static final byte[] UNKNOWN_NAME = utf8("Phòng không rõ của ai");

  private final Calendar calendar;
  private final DossierMessages messages;

  Damage(Calendar calendar, DossierMessages messages) {
    this.calendar = calendar;
    this.messages = messages;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Damages the message of a dossier. {@link Dirt#MALFORMED} is left to the file, which knows what
   * cannot be parsed in it.
   *
   * @param deliveryDay the date of the folder that it is delivered in
   */
  void apply(Dirt kind, Message message, Dossier dossier, int deliveryDay, Draws draws) {
    switch (kind) {
      case MISSING_FIELD -> missing(message, draws);
      case BAD_DATE -> badDate(message, draws);
      case UNKNOWN_STATUS -> replace(message, MessageField.STATUS, BAD_STATUSES[draws.below(4)]);
      case UNKNOWN_UNIT -> unknownUnit(message, dossier, draws);
      case BAD_CODE -> {
        // The unit must still be told, or that reason would come first.
        message.set(MessageField.HANDLING_UNIT, dossier.unit.codeText());
        replace(message, MessageField.PROCEDURE_CODE, BAD_CODES[draws.below(4)]);
      }
      case BAD_NUMBER -> message.addFee(BAD_FEES[draws.below(BAD_FEES.length)]);
      case BAD_VALUE -> replace(message, MessageField.CHANNEL, BAD_CHANNELS[draws.below(4)]);
      case RECEIVED_AFTER_DELIVERY ->
          putTime(message, MessageField.RECEIVED, dossier, deliveryDay + 1 + draws.below(200));
      case FINISHED_BEFORE_RECEIVED ->
          putTime(
              message, MessageField.FINISHED, dossier, dossier.receivedDay - 1 - draws.below(30));
      default -> throw new IllegalArgumentException(kind + " is no damage to a message");
    }
  }

  private static void replace(Message message, MessageField field, String value) {
    message.set(field, value);
    message.quote(field);
  }

  private static void badDate(Message message, Draws draws) {
    int drawn = draws.below(DATES.length + 1);
    if (drawn == DATES.length) {
      // A valid day, but no dossier was received before 2000.
      replace(message, MessageField.RECEIVED, "19991231083000");
    } else {
      replace(message, DATES[drawn], BAD_DAYS[draws.below(BAD_DAYS.length)]);
    }
  }

  private static void missing(Message message, Draws draws) {
    MessageField field = REQUIRED[draws.below(REQUIRED.length)];
    switch (draws.below(3)) {
      case 0 -> message.omit(field);
      case 1 -> replace(message, field, "");
      default -> replace(message, field, "  ");
    }
  }

  /** Neither the handling unit nor the two codes name a province. */
  private void unknownUnit(Message message, Dossier dossier, Draws draws) {
    boolean byName = draws.below(2) == 0;
    if (byName) {
      message.set(MessageField.HANDLING_UNIT, UNKNOWN_NAME);
    } else {
      message.set(MessageField.HANDLING_UNIT, "H99.01");
    }
    message
        .open(MessageField.DOSSIER_CODE)
        .put(byName ? "KXD-" : "H99.01-")
        .put(calendar.text(dossier.receivedDay))
        .put('-')
        .putNumber(dossier.number, 4);
    message.close(MessageField.DOSSIER_CODE);
    message.set(MessageField.PROCEDURE_CODE, dossier.service.codeText(3));
  }

  private void putTime(Message message, MessageField field, Dossier dossier, int day) {
    messages.putTime(message.open(field), dossier.precision, day, 9 * 3600);
    message.close(field);
  }
}
