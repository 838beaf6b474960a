package io.xephang.notebooks;

import java.util.Arrays;

/**
 * Text around figures that were computed, in both languages.
 *
 * @param warning what a reader must not miss; empty for nothing
 */
public record Sentence(String vi, String en, String warning) {

  /**
   * A sentence whose figures are still to come.
   *
   * @param vi with {@code %s} where a figure goes
   * @param en the same, in the same order or numbered ({@code %2$s})
   */
  public static Sentence of(String vi, String en) {
    return new Sentence(vi, en, "");
  }

  /** Puts the figures in, as they are or as they are {@link Written}. */
  public Sentence with(Object... figures) {
    Object[] texts = Arrays.stream(figures).map(figure -> Written.value(figure, null)).toArray();
    return new Sentence(vi.formatted(texts), en.formatted(texts), warning);
  }

  Sentence warning(String text) {
    return new Sentence(vi, en, text);
  }
}
