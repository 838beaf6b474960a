package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.DefinitionChange;
import java.time.LocalDate;
import java.util.List;

/**
 * What an indicator means on a day.
 *
 * @param computation absent (null) for a rate that is only ever reported
 * @param legalBasis in force on the day; null if there is none
 * @param changes of its meaning between the data and the newest day that is compared with
 * @param target the next one to reach, else the last that was due; null if there is none
 */
public record ExplainedIndicator(
    String id,
    String nameVi,
    String nameEn,
    boolean lowerIsBetter,
    String numeratorVi,
    String numeratorEn,
    String denominatorVi,
    String denominatorEn,
    Computation computation,
    String legalBasis,
    List<DefinitionChange> changes,
    DueTarget target) {

  public ExplainedIndicator {
    changes = List.copyOf(changes);
  }

  /**
   * What has to be reached.
   *
   * @param value fraction of 1
   */
  public record DueTarget(double value, LocalDate due, String legalBasis) {}
}
