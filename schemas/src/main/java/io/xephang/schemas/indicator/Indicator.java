package io.xephang.schemas.indicator;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import io.xephang.schemas.Validity;
import java.util.List;
import java.util.Optional;

/**
 * One rate: what is counted over what, and by which law. A file {@code indicators/<id>.yaml}.
 *
 * @param numerator what the numerator counts, in words
 * @param denominator what the denominator counts, in words
 * @param computation how both are counted; absent for a rate that is only ever reported
 * @param legalBasis at least one, at most one a day
 */
public record Indicator(
    String id,
    IndicatorKind kind,
    Direction direction,
    Label name,
    Label numerator,
    Label denominator,
    Optional<Computation> computation,
    List<LegalBasis> legalBasis,
    List<DefinitionChange> definitionChanges) {

  public Indicator {
    Required.identifier("id", id);
    Required.present("kind", kind);
    Required.present("direction", direction);
    Required.present("name", name);
    Required.present("numerator", numerator);
    Required.present("denominator", denominator);
    computation = computation == null ? Optional.empty() : computation;
    computation.ifPresent(
        how -> {
          if ((how.rows() == Computation.Rows.CATALOG) != (kind == IndicatorKind.AS_OF)) {
            throw new IllegalArgumentException(
                "'computation.rows' does not fit 'kind': a day's catalog is counted for as_of, all"
                    + " others for period");
          }
        });
    legalBasis = Required.nonEmpty("legal_basis", legalBasis);
    Validity.overlap(legalBasis.stream().map(LegalBasis::validity).toList())
        .ifPresent(
            two -> {
              throw new IllegalArgumentException(
                  "'legal_basis' overlaps: " + two.get(0) + " and " + two.get(1));
            });
    definitionChanges = Required.orEmpty(definitionChanges);
  }
}
