package io.xephang.schemas.unit;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Vietnamese name as it is compared: without regard to case, NFC or NFD, repeated spaces and the
 * place of the tone mark within a syllable (Hoà = Hòa); {@code TP.} means {@code Thành phố}.
 *
 * @param folded not for showing: tone marks stand at the end of their syllable
 */
public record UnitName(String folded) implements Serializable {
  /** Grave, acute, tilde, hook above, dot below: the five tone marks in NFD. */
  private static final String TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323";

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
  private static final String CITY = "thành phố ";

  public static UnitName of(String written) {
    String name = spaced(written).toLowerCase(Locale.ROOT);
    if (name.startsWith("tp.") || name.startsWith("tp ")) {
      name = CITY + name.substring(3).strip();
    }
    return new UnitName(withTonesAtSyllableEnd(name));
  }

  /** What stands for the name where free text must not be kept: SHA-256 in hexadecimal digits. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text in NFC, trimmed, with single plain spaces: how names are stored. */
  public static String spaced(String written) {
    return SPACES
        .matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
        .replaceAll(" ")
        .strip();
  }

  private static String withTonesAtSyllableEnd(String name) {
    StringBuilder folded = new StringBuilder();
    StringBuilder tones = new StringBuilder();
    for (char c : Normalizer.normalize(name, Normalizer.Form.NFD).toCharArray()) {
      if (TONE_MARKS.indexOf(c) >= 0) {
        tones.append(c);
        continue;
      }
      if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(tones);
        tones.setLength(0);
      }
      folded.append(c);
    }
    return folded.append(tones).toString();
  }
}
