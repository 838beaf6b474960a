package io.xephang.home;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDateTime;

/**
 * The name that people gave a publication, such as {@code công văn 3485}. Whatever has one is never
 * removed.
 *
 * @param text in NFC without space around it; no number, which would mean the publication of that
 *     id; no control characters; 100 characters at most
 * @param publication id
 * @param labelledAt Vietnamese wall-clock time
 */
public record PublicationLabel(String text, long publication, LocalDateTime labelledAt) {
  private static final int LONGEST = 100;

  public PublicationLabel {
    text = Normalizer.normalize(text, Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.matches("\\d+")
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "nhãn / label '"
              + text
              + "': cần từ 1 đến 100 ký tự, không chỉ là số / expected 1 to 100 characters, more than"
              + " a number, such as 'công văn 3485'");
    }
  }

  /** Whether a text means it: without regard to case. */
  boolean isCalled(String written) {
    return text.equalsIgnoreCase(Normalizer.normalize(written, Form.NFC).strip());
  }
}
