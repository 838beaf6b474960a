package io.xephang.jobs.feed.rows;

import java.util.Optional;

/**
 * The encodings that Vietnamese text had before Unicode, told apart by counting bytes. TCVN3 has
 * its commonest letters (ă â ê ô ơ ư đ and à á ả ã ạ) where the others have punctuation, and small
 * letters where they have capitals, so that those seem to stand within words; VNI writes a mark
 * behind a plain vowel; Windows-1258 writes â ê ô ă ơ ư as one byte and some tone marks behind;
 * Latin-1 has no such marks.
 */
enum LegacyEncoding {
  TCVN3("TCVN3 (ABC)"),
  VNI("VNI"),
  WINDOWS_1258("Windows-1258"),
  LATIN_1("Latin-1 or Windows-1252");

  /** VNI's marks, small and capital; they follow a vowel of ASCII, or ô and ö for ơ and ư. */
  private static final String VNI_MARKS =
      letters(0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE8, 0xE9, 0xEA, 0xEB, 0xEF, 0xF5, 0xF8, 0xF9)
          + letters(0xFA, 0xFB, 0xFC, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC8, 0xC9, 0xCA, 0xCB)
          + letters(0xCF, 0xD5, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC);

  /** VNI's đ, ơ, ư, the i with a tone, and ỵ, which stand for themselves. */
  private static final String VNI_LETTERS =
      letters(0xF1, 0xF4, 0xF6, 0xEC, 0xED, 0xE6, 0xF3, 0xF2, 0xEE)
          + letters(0xD1, 0xD4, 0xD6, 0xCC, 0xCD, 0xC6, 0xD3, 0xD2, 0xCE);

  private static final String VOWELS = "aeouyAEOUY" + letters(0xF4, 0xF6, 0xD4, 0xD6);

  private static final String WINDOWS_1258_TONES = letters(0xCC, 0xD2, 0xDE, 0xEC, 0xF2);

  /** Windows-1258's five combining tones, đ, and ơ and ư. */
  private static final String WINDOWS_1258_SIGNS =
      WINDOWS_1258_TONES + letters(0xD0, 0xF0, 0xF5, 0xFD, 0xD5, 0xDD);

  private final String shownName;

  LegacyEncoding(String shownName) {
    this.shownName = shownName;
  }

  String shownName() {
    return shownName;
  }

  /** What the bytes look like; empty if there is too little to go by. */
  static Optional<LegacyEncoding> guess(byte[] bytes) {
    int high = 0;
    int tcvn3 = 0;
    int vni = 0;
    int vniMarks = 0;
    int windows = 0;
    char before = ' ';
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      if (c >= 0x80) {
        high++;
        boolean seemsCapital = c >= 0xC0 && c <= 0xDE && WINDOWS_1258_TONES.indexOf(c) < 0;
        if ((c >= 0xA1 && c <= 0xBE) || (seemsCapital && before >= 'a' && before <= 'z')) {
          tcvn3++;
        }
        boolean mark = VNI_MARKS.indexOf(c) >= 0 && VOWELS.indexOf(before) >= 0;
        vniMarks += mark ? 1 : 0;
        vni += mark || VNI_LETTERS.indexOf(c) >= 0 ? 1 : 0;
        windows += WINDOWS_1258_SIGNS.indexOf(c) >= 0 ? 1 : 0;
      }
      before = c;
    }
    if (high == 0) {
      return Optional.empty();
    }
    if (4 * tcvn3 >= high) {
      return Optional.of(TCVN3);
    }
    if (10 * vni >= 9 * high && 3 * vniMarks >= high) {
      return Optional.of(VNI);
    }
    return Optional.of(5 * windows >= high ? WINDOWS_1258 : LATIN_1);
  }

  private static String letters(int... codes) {
    return new String(codes, 0, codes.length);
  }
}
