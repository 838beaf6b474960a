package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;

/** Writes down what a dossier's message says at one of its stages. */
final class DossierMessages {
  /** In the note of every message, for whoever opens a file. */
  static final String SYNTHETIC = "SYNTHETIC - dữ liệu tổng hợp (giả lập)";

  private static final byte[] NOTE = utf8(SYNTHETIC);
  private static final byte[] SUMMARY = utf8("Dữ liệu tổng hợp (giả lập): đơn của ");
  private static final byte[] ADDRESS = utf8("Nhà số 0, đường " + People.MARK + ", ");
  private static final byte[] EMAIL_START = utf8(People.ASCII_MARK + "-");
  private static final byte[] EMAIL_END = utf8("@example.invalid");
  private static final byte[] PHONE_START = utf8(People.PHONE_MARK);
  private static final byte[] UNLISTED_UNIT = utf8("Tổ công tác chưa có trong danh mục");
  private static final byte[] FOREIGN = utf8("BPMC-");
  private static final byte[] OLDER_CODE_START = utf8("000.00.00.");
  private static final byte[] RETURN_INFORMATION = utf8("Kết quả giả lập");

  private final Calendar calendar;
  private final People people = new People();
  private final byte[] provinceCode;

  DossierMessages(SyntheticProvince province, Calendar calendar) {
    this.calendar = calendar;
    this.provinceCode = utf8(province.code());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void fill(Message message, Dossier dossier, int stage) {
    message.clear();
    putCode(dossier, message.open(MessageField.DOSSIER_CODE));
    message.close(MessageField.DOSSIER_CODE);
    SyntheticService service = dossier.service;
    message.set(MessageField.PROCEDURE_CODE, service.codeText(dossier.procedureForm));
    message.set(MessageField.PROCEDURE_NAME, service.nameText());
    message.set(MessageField.FIELD_CODE, service.fieldCodeText());
    message.set(MessageField.FIELD_NAME, service.fieldNameText());
    if (!dossier.channelOmitted) {
      message.set(MessageField.CHANNEL, (char) ('0' + dossier.channel));
    }
    message.set(MessageField.APPLICANT_KIND, (char) ('0' + dossier.applicantKind));
    putPerson(message, dossier);
    putTimes(message, dossier, stage);
    message.open(MessageField.STATUS).putNumber(dossier.status(stage), 1);
    message.close(MessageField.STATUS);
    message.set(MessageField.COLLECTION, dossier.channel == Dossier.POST ? '1' : '0');
    putHandlingUnit(message, dossier);
    message.set(MessageField.NOTE, NOTE);
    message.set(MessageField.SUBMITTED_AT, dossier.channel == Dossier.ONLINE ? '2' : '1');
    message.set(MessageField.VNEID, '0');
    putFlags(message, dossier, stage);
    if (dossier.fees > 0) {
      message.addFee(dossier.firstFee);
    }
    if (dossier.fees > 1) {
      message.addFee(dossier.secondFee);
    }
    if (dossier.spaces) {
      message.surround(MessageField.DOSSIER_CODE);
      message.surround(MessageField.STATUS);
    } else if (dossier.looseTypes) {
      message.unquote(MessageField.STATUS);
      message.unquote(MessageField.APPLICANT_KIND);
      message.unquote(MessageField.PAID_ONLINE);
      message.unquote(MessageField.DIGITISED);
    }
  }

  void putCode(Dossier dossier, Bytes to) {
    switch (dossier.codeForm) {
      case UNIT_FIRST -> to.put(dossier.unit.codeText());
      case OLDER -> to.put(OLDER_CODE_START).put(provinceCode);
      case FOREIGN -> to.put(FOREIGN);
    }
    to.put('-').put(calendar.text(dossier.receivedDay), 2, 6).put('-');
    to.putNumber(dossier.number, 4);
    if (dossier.codeForm == Dossier.CodeForm.FOREIGN) {
      // Made-up codes of two provinces must not meet.
      to.put('-').put(provinceCode, 1, 2);
    }
  }

  private void putPerson(Message message, Dossier dossier) {
    long person = dossier.personNumber();
    people.putName(person, dossier.inNfd, message.open(MessageField.APPLICANT));
    message.close(MessageField.APPLICANT);
    People.putId(person, message.open(MessageField.APPLICANT_ID));
    message.close(MessageField.APPLICANT_ID);
    message.open(MessageField.OTHER_INFORMATION).put(ADDRESS).put(dossier.unit.nameText());
    message.close(MessageField.OTHER_INFORMATION);
    if (dossier.channel == Dossier.ONLINE) {
      message.open(MessageField.EMAIL).put(EMAIL_START).putNumber(person, 7).put(EMAIL_END);
      message.close(MessageField.EMAIL);
    }
    message.open(MessageField.PHONE).put(PHONE_START).putNumber(person, 7);
    message.close(MessageField.PHONE);
    people.putName(person, false, message.open(MessageField.SUMMARY).put(SUMMARY));
    message.close(MessageField.SUMMARY);
    if (dossier.attachment) {
      message.attach(person);
    }
  }

  private void putTimes(Message message, Dossier dossier, int stage) {
    put(message, MessageField.RECEIVED, dossier, dossier.receivedDay, dossier.receivedSecond);
    if (dossier.channel == Dossier.ONLINE) {
      put(message, MessageField.SUBMITTED, dossier, dossier.receivedDay, dossier.receivedSecond);
    }
    if (dossier.dueDay(stage) != Dossier.NEVER) {
      put(message, MessageField.DUE, dossier, dossier.dueDay(stage), Dossier.dueSecond());
    }
    if (dossier.saysFinished(stage)) {
      put(message, MessageField.FINISHED, dossier, dossier.finishedDay, dossier.finishedSecond);
    }
    if (dossier.saysReturned(stage)) {
      put(message, MessageField.RETURNED, dossier, dossier.returnedDay, dossier.returnedSecond);
      message.set(MessageField.RETURN_INFORMATION, RETURN_INFORMATION);
    }
    if (dossier.status(stage) == 3) {
      put(
          message,
          MessageField.REFUSED,
          dossier,
          dossier.stageDay(stage),
          dossier.stageSecond(stage));
    }
  }

  private void put(Message message, MessageField field, Dossier dossier, int day, int second) {
    putTime(message.open(field), dossier.precision, day, second);
    message.close(field);
  }

  void putTime(Bytes to, Dossier.Precision precision, int day, int second) {
    to.put(calendar.text(day));
    if (precision != Dossier.Precision.DAY) {
      to.putNumber(second / 3600, 2).putNumber(second / 60 % 60, 2);
      if (precision == Dossier.Precision.SECOND) {
        to.putNumber(second % 60, 2);
      }
    }
  }

  private static void putHandlingUnit(Message message, Dossier dossier) {
    SyntheticUnit unit = dossier.unit;
    message.set(
        MessageField.HANDLING_UNIT,
        switch (dossier.unitForm) {
          case CODE -> unit.codeText();
          case OLDER_CODE -> unit.olderCodeText();
          case NAME -> dossier.inNfd ? unit.decomposedNameText() : unit.nameText();
          case UNLISTED_NAME -> UNLISTED_UNIT;
        });
  }

  private static void putFlags(Message message, Dossier dossier, int stage) {
    if (dossier.looseTypes && !dossier.spaces) {
      message.set(MessageField.DIGITISED, dossier.digitised ? "true" : "false");
    } else if (dossier.digitised || dossier.number % 2 == 0) {
      message.set(MessageField.DIGITISED, dossier.digitised ? '1' : '0');
    }
    message.set(MessageField.PAID_ONLINE, (char) ('0' + paymentAt(dossier, stage)));
  }

  /** Money comes once the dossier is accepted. */
  static int paymentAt(Dossier dossier, int stage) {
    return dossier.status(stage) == 1 || dossier.status(stage) == 3 ? 0 : dossier.payment;
  }
}
