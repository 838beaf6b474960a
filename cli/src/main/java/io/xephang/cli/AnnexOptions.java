package io.xephang.cli;

import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.AnnexReader;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.Rankings;
import io.xephang.warehouse.Rankings.DataRange;
import io.xephang.warehouse.ServedIndicator;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which national ranking is meant: the same options whatever it is written as. */
final class AnnexOptions {
  @Option(
      names = "--indicator",
      paramLabel = "ID",
      defaultValue = "level4_rate",
      description = "Chỉ số. / Indicator. (${DEFAULT-VALUE})")
  private String indicator;

  @Mixin private FigureOptions figure;

  /**
   * The annex that they ask for.
   *
   * @throws CommandFailed if there is no such indicator, or nothing holds on the day
   */
  Annex read(Rankings rankings, LocalDate asOf) throws CommandFailed, SQLException {
    ServedIndicator asked =
        KnownIndicator.of(indicator, "--indicator " + indicator, rankings.indicators());
    RankingQuestion question = figure.question(asked, asOf);
    Optional<Annex> annex = new AnnexReader(rankings).read(question, asked);
    if (annex.isEmpty()) {
      throw CommandFailed.failed(nothingHolds(rankings, question));
    }
    return annex.get();
  }

  private static String nothingHolds(Rankings rankings, RankingQuestion question)
      throws SQLException {
    String asked =
        question.indicator() + " (" + question.basis().id() + ", " + question.periodType().id();
    Basis other = question.basis() == Basis.COMPUTED ? Basis.REPORTED : Basis.COMPUTED;
    return "không có số liệu / no data: "
        + asked
        + ") "
        + question.asOf()
        + "; "
        + available(rankings, question)
        + "; "
        + available(
            rankings,
            new RankingQuestion(
                question.indicator(), question.asOf(), other, question.periodType()));
  }

  private static String available(Rankings rankings, RankingQuestion question) throws SQLException {
    Optional<DataRange> range = rankings.range(question);
    String basis = "--basis " + question.basis().name().toLowerCase(Locale.ROOT) + ": ";
    return basis
        + range
            .map(
                days ->
                    "có từ / there is from " + days.first() + ", mới nhất / newest " + days.last())
            .orElse("không có / none");
  }
}
