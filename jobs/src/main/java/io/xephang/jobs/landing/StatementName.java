package io.xephang.jobs.landing;

import java.text.Normalizer;
import java.util.Locale;

/** The name that a statement is known by, whatever its file is called on disk. */
final class StatementName {
  private static final String GZIP = ".gz";

  private StatementName() {}

  static boolean isGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /** The name without {@code .gz}, in NFC as all text: a Mac delivers the same name in NFD. */
  static String of(String name) {
    String nfc = Normalizer.normalize(name, Normalizer.Form.NFC);
    return isGzip(nfc) ? nfc.substring(0, nfc.length() - GZIP.length()) : nfc;
  }
}
