package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Messages in envelopes: one for the whole file, or one a line with so many messages at most. */
final class EnvelopeDelivery extends DeliveryFile {
  private static final byte[] COMPACT_START =
      "{\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"True\",\"data\":["
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMPACT_END = "]}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRETTY_START =
      "{\n  \"service\": \"DongBoHoSoMC\",\n  \"isUpdating\": \"True\",\n  \"data\": [\n    "
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRETTY_BETWEEN = ",\n    ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRETTY_END = "\n  ]\n}\n".getBytes(StandardCharsets.US_ASCII);
  private static final int WHOLE_FILE = Integer.MAX_VALUE;
  private static final int MESSAGES_A_LINE = 100;

  private final MessageJson json;
  private final boolean pretty;
  private final int most;
  private int inEnvelope;

  private EnvelopeDelivery(
      Path file, boolean byteOrderMark, boolean carriageReturns, boolean pretty, int most) {
    super(file, byteOrderMark, carriageReturns);
    this.json = new MessageJson(pretty);
    this.pretty = pretty;
    this.most = most;
  }

  static EnvelopeDelivery lines(Path file, boolean byteOrderMark, boolean carriageReturns) {
    return new EnvelopeDelivery(file, byteOrderMark, carriageReturns, false, MESSAGES_A_LINE);
  }

  static EnvelopeDelivery document(
      Path file, boolean byteOrderMark, boolean carriageReturns, boolean pretty) {
    return new EnvelopeDelivery(file, byteOrderMark, carriageReturns, pretty, WHOLE_FILE);
  }

  @Override
  void write(Message message) {
    begin();
    json.put(message, text);
    inEnvelope++;
    if (inEnvelope == most) {
      finish();
    }
    endRow();
  }

  /**
   * An object where a text belongs; or, between envelopes of one a line, an envelope that breaks
   * off, which is one row whatever it held.
   */
  @Override
  void writeBroken(Message message, int variant) {
    if (most != WHOLE_FILE && inEnvelope == 0 && variant % 2 == 0) {
      int start = text.length();
      begin();
      json.put(message, text);
      text.breakOff(start);
      inEnvelope = 0;
      endLine();
      endRow();
    } else {
      message.nest(MessageField.STATUS);
      write(message);
    }
  }

  private void begin() {
    if (inEnvelope > 0) {
      if (pretty) {
        text.put(PRETTY_BETWEEN);
      } else {
        text.put(',');
      }
    } else {
      text.put(pretty ? PRETTY_START : COMPACT_START);
    }
  }

  @Override
  protected void finish() {
    if (inEnvelope > 0) {
      text.put(pretty ? PRETTY_END : COMPACT_END);
      if (!pretty) {
        endLine();
      }
      inEnvelope = 0;
    }
  }
}
