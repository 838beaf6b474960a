package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.Rankings;
import io.xephang.warehouse.ServedIndicator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the warehouse for what an annex says. */
public final class AnnexReader {
  private final Rankings rankings;

  public AnnexReader(Rankings rankings) {
    this.rankings = rankings;
  }

  /** The annex of a question, or empty if no ministry and no province is ranked on that day. */
  public Optional<Annex> read(RankingQuestion question, ServedIndicator indicator)
      throws SQLException {
    List<Section> sections = new ArrayList<>();
    for (SectionKind kind : SectionKind.values()) {
      sections.add(new Section(kind, rankings.ranking(question, kind.peerGroup())));
    }
    if (sections.stream().allMatch(section -> section.units().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Annex(
            question,
            indicator,
            rankings.publication(),
            sections,
            rankings.headlines(question),
            // Only as-of indicators leave agencies out; dossiers count for everybody.
            indicator.defaultPeriodType() == PeriodType.AS_OF
                ? rankings.leftOut(question.asOf())
                : List.of(),
            rankings.sources(question)));
  }
}
