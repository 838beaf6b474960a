package io.xephang.jobs.landing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** How a feed file is written; its ending says which, in letters of either case. */
public enum FileFormat {
  CSV(".csv"),
  XLSX(".xlsx"),
  JSON(".json");

  static final String GZIP = ".gz";

  /** What is expected of a file's name, for messages. */
  static final String EXPECTED = "a file named *.csv, *.xlsx or *.json, or one of these with .gz";

  private final String ending;

  FileFormat(String ending) {
    this.ending = ending;
  }

  /** The format of a statement's name, which is without {@code .gz}. */
  static Optional<FileFormat> of(String statementName) {
    String lower = statementName.toLowerCase(Locale.ROOT);
    for (FileFormat format : values()) {
      if (lower.endsWith(format.ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  static boolean isGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /** The name without {@code .gz}, in NFC as all text: a Mac delivers the same name in NFD. */
  static String statementName(String name) {
    String nfc = Normalizer.normalize(name, Normalizer.Form.NFC);
    return isGzip(nfc) ? nfc.substring(0, nfc.length() - GZIP.length()) : nfc;
  }
}
