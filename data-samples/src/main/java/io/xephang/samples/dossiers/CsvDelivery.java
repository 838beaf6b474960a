package io.xephang.samples.dossiers;

import java.nio.file.Path;

/** One message a row, the fields' names as header. */
final class CsvDelivery extends DeliveryFile {
  private final boolean feesAsSum;
  private final Bytes fees = new Bytes();

  /**
   * @param feesAsSum a column {@code Gia} with the sum instead of the list as JSON
   */
  CsvDelivery(Path file, boolean byteOrderMark, boolean carriageReturns, boolean feesAsSum) {
    super(file, byteOrderMark, carriageReturns);
    this.feesAsSum = feesAsSum;
    for (MessageField field : MessageField.values()) {
      text.put(field.key()).put(',');
    }
    text.put(feesAsSum ? "Gia" : "DanhSachLePhi");
    endLine();
  }

  /** The header is line 1. */
  @Override
  int position() {
    return rows() + 1;
  }

  @Override
  void write(Message message) {
    putFields(message);
    putFees(message);
    endLine();
    endRow();
  }

  /** One column too few, or one too many. */
  @Override
  void writeBroken(Message message, int variant) {
    putFields(message);
    if (variant % 2 == 0) {
      // The comma before the column that is missing.
      text.cutTo(text.length() - 1);
    } else {
      putFees(message);
      text.put(',').put("x");
    }
    endLine();
    endRow();
  }

  private void putFields(Message message) {
    for (MessageField field : MessageField.values()) {
      if (!message.isOmitted(field)) {
        if (message.hasComma(field)) {
          text.put('"');
          message.put(field, text);
          text.put('"');
        } else {
          message.put(field, text);
        }
      }
      text.put(',');
    }
  }

  private void putFees(Message message) {
    if (feesAsSum) {
      putSum(message);
      return;
    }
    fees.cutTo(0);
    MessageJson.putFees(message, fees);
    text.put('"');
    for (int i = 0; i < fees.length(); i++) {
      char c = (char) (fees.at(i) & 0xff);
      text.put(c);
      if (c == '"') {
        text.put(c);
      }
    }
    text.put('"');
  }

  /** The sum as long as all fees are numbers, else the first that is none. */
  private void putSum(Message message) {
    long sum = 0;
    for (int i = 0; i < message.feeCount(); i++) {
      byte[] fee = message.fee(i);
      long number = 0;
      for (byte digit : fee) {
        if (digit < '0' || digit > '9') {
          text.put('"').put(fee).put('"');
          return;
        }
        number = number * 10 + digit - '0';
      }
      sum += number;
    }
    if (message.feeCount() > 0) {
      text.putNumber(sum, 1);
    }
  }
}
