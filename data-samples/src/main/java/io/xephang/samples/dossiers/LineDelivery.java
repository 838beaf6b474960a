package io.xephang.samples.dossiers;

import java.nio.file.Path;

/** One message a line. */
final class LineDelivery extends DeliveryFile {
  private final MessageJson json = new MessageJson(false);

  LineDelivery(Path file, boolean byteOrderMark, boolean carriageReturns) {
    super(file, byteOrderMark, carriageReturns);
  }

  @Override
  void write(Message message) {
    json.put(message, text);
    endLine();
    endRow();
  }

  @Override
  void writeBroken(Message message, int variant) {
    int start = text.length();
    if (variant % 2 == 0) {
      json.put(message, text);
      // The transfer broke off within the line.
      text.breakOff(start);
    } else {
      message.nest(MessageField.STATUS);
      json.put(message, text);
    }
    endLine();
    endRow();
  }
}
