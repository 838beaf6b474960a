package io.xephang.schemas.indicator;

import io.xephang.schemas.Required;
import io.xephang.schemas.Validity;
import java.time.LocalDate;

/**
 * The document that asks for a rate, and since when.
 *
 * @param validFrom first day; null = since ever
 * @param validTo last day; null = in force
 */
public record LegalBasis(String text, LocalDate validFrom, LocalDate validTo) {
  public LegalBasis {
    Required.text("text", text);
    new Validity(validFrom, validTo);
  }

  public Validity validity() {
    return new Validity(validFrom, validTo);
  }
}
