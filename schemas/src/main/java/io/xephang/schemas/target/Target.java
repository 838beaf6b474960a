package io.xephang.schemas.target;

import io.xephang.schemas.Required;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What every ministry and province has to reach.
 *
 * @param value fraction of 1
 * @param due last day to reach it
 */
public record Target(String indicator, BigDecimal value, LocalDate due, String legalBasis) {
  public Target {
    Required.identifier("indicator", indicator);
    Required.present("target", value);
    Required.present("due", due);
    Required.text("legal_basis", legalBasis);
    if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "'target' is " + value + ", expected more than 0 % and at most 100 %");
    }
  }
}
