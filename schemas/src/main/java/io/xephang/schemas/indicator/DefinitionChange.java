package io.xephang.schemas.indicator;

import io.xephang.schemas.Required;
import java.time.LocalDate;

/** The day from which a rate means something else, so that its series breaks there. */
public record DefinitionChange(LocalDate date, String vi, String en) {
  public DefinitionChange {
    Required.present("date", date);
    Required.text("vi", vi);
    Required.text("en", en);
  }
}
