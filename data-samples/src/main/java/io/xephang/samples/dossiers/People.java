package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/**
 * Persons who do not exist, and show it: every name has {@value #MARK} ("fiction") in it, every
 * address ends in {@code .invalid}. Tests look for these marks where personal data must not be.
 */
final class People {
  /** In every name, address and summary, in NFC or NFD. */
  static final String MARK = "Hư Cấu";

  /** In every e-mail address and file name. */
  static final String ASCII_MARK = "hu-cau";

  /** The start of every telephone number. */
  static final String PHONE_MARK = "+84-000-";

  /** The start of every number of an identity paper, twelve digits in all. */
  static final String ID_MARK = "99000";

  private static final List<String> FAMILIES =
      List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi");

  private final byte[][] composed = new byte[FAMILIES.size()][];
  private final byte[][] decomposed = new byte[FAMILIES.size()][];

  People() {
    for (int i = 0; i < FAMILIES.size(); i++) {
      String name = FAMILIES.get(i) + " " + MARK + " ";
      composed[i] = name.getBytes(StandardCharsets.UTF_8);
      decomposed[i] =
          Normalizer.normalize(name, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
    }
  }

  void putName(long number, boolean inNfd, Bytes to) {
    int family = (int) (number % FAMILIES.size());
    to.put(inNfd ? decomposed[family] : composed[family]).putNumber(number, 7);
  }

  static void putId(long number, Bytes to) {
    to.put(ID_MARK).putNumber(number, 7);
  }
}
