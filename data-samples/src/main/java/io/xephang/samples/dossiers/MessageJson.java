package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;

/** Messages as JSON objects, on one line or indented. Texts have no quotes or backslashes. */
final class MessageJson {
  private static final byte[] EMPTY_LISTS =
      utf8(
          ",\"DanhSachTepDinhKemKhac\":[],\"DanhSachHoSoBoSung\":[],\"DanhSachGiayToKetQua\":[],"
              + "\"DSKetNoiCSDL\":[]");
  private static final byte[] FEES = utf8(",\"DanhSachLePhi\":");
  private static final byte[] FEE =
      utf8(
          "{\"TenPhiLePhi\":\"Lệ phí\",\"MaPhiLePhi\":\"LP\",\"HinhThucThu\":\"1\",\"LoaiPhiLePhi\":\"1\","
              + "\"Gia\":\"");
  private static final byte[] FEE_END = utf8("\"}");
  private static final byte[] ATTACHMENT =
      utf8(
          ",\"TaiLieuNop\":[{\"TepDinhKemId\":\"\",\"IsDeleted\":\"False\",\"MaThanhPhanHoSo\":\"TP01\","
              + "\"DuocSoHoa\":\"1\",\"TenTepDinhKem\":\"Don cua "
              + People.ASCII_MARK
              + " ");
  private static final byte[] ATTACHMENT_END = utf8(".pdf\"}]");
  private static final byte[] NO_ATTACHMENT = utf8(",\"TaiLieuNop\":[]");
  private static final byte[] IDENTITY =
      utf8(",\"DinhDanhCHS\":[{\"LoaiDinhDanh\":\"1\",\"SoDinhDanh\":\"");
  private static final byte[] IDENTITY_END = utf8("\"}]");
  private static final byte[] NESTED = utf8("{\"GiaTri\":\"");

  /** What comes before the value of each field: a comma, but for the first, and its name. */
  private final byte[][] starts = new byte[MessageField.COUNT][];

  /**
   * @param pretty each field on a line of its own
   */
  MessageJson(boolean pretty) {
    for (MessageField field : MessageField.values()) {
      String comma = field.place() == 0 ? "" : ",";
      starts[field.place()] =
          utf8(
              pretty
                  ? comma + "\n      \"" + field.key() + "\": "
                  : comma + '"' + field.key() + "\":");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void put(Message message, Bytes to) {
    to.put('{');
    boolean first = true;
    for (MessageField field : MessageField.values()) {
      if (message.isOmitted(field)) {
        continue;
      }
      byte[] start = starts[field.place()];
      // The first key that is written has no comma before it, whichever it is.
      int comma = first && field.place() > 0 ? 1 : 0;
      to.put(start, comma, start.length - comma);
      first = false;
      putValue(message, field, to);
    }
    putLists(message, to);
    to.put('}');
  }

  private static void putValue(Message message, MessageField field, Bytes to) {
    if (message.isNested(field)) {
      to.put(NESTED);
      message.put(field, to);
      to.put('"').put('}');
    } else if (message.isUnquoted(field)) {
      message.put(field, to);
    } else {
      to.put('"');
      message.put(field, to);
      to.put('"');
    }
  }

  private static void putLists(Message message, Bytes to) {
    to.put(FEES);
    putFees(message, to);
    if (message.hasAttachment()) {
      to.put(ATTACHMENT).putNumber(message.personNumber(), 7).put(ATTACHMENT_END);
      to.put(IDENTITY);
      People.putId(message.personNumber(), to);
      to.put(IDENTITY_END);
    } else {
      to.put(NO_ATTACHMENT);
    }
    to.put(EMPTY_LISTS);
  }

  /** The list of fees alone, as a CSV cell holds it too. */
  static void putFees(Message message, Bytes to) {
    to.put('[');
    for (int i = 0; i < message.feeCount(); i++) {
      if (i > 0) {
        to.put(',');
      }
      to.put(FEE).put(message.fee(i)).put(FEE_END);
    }
    to.put(']');
  }
}
