package io.xephang.schemas.unit;

import io.xephang.schemas.Required;
import io.xephang.schemas.Validity;

/** An agency that the annex leaves out, and by which document. */
public record Exclusion(String unitCode, Validity validity, String legalBasis) {
  public Exclusion {
    Required.text("unit_code", unitCode);
    Required.present("validity", validity);
    Required.text("legal_basis", legalBasis);
  }
}
