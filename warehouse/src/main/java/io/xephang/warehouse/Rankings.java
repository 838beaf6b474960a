package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.CheckedReport.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The questions of an annex, each answered from the same served database. */
public final class Rankings {
  private final Warehouse warehouse;

  Rankings(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** All indicators, by id. */
  public List<ServedIndicator> indicators() throws SQLException {
    return warehouse.list(
        SqlText.of("rankings/indicators.sql"),
        row ->
            new ServedIndicator(
                row.getString("indicator"),
                row.getString("name_vi"),
                row.getString("name_en"),
                PeriodType.parse(row.getString("default_period_type")).orElseThrow(),
                Direction.parse(row.getString("direction")).orElseThrow(),
                row.getString("numerator_vi"),
                row.getString("denominator_vi")));
  }

  public ServedPublication publication() throws SQLException {
    return warehouse.list(SqlText.of("rankings/publication.sql"), Rankings::publication).get(0);
  }

  /** The ranking of a peer group in its shown order; empty if nothing holds on that day. */
  public List<RankedUnit> ranking(RankingQuestion question, String peerGroup) throws SQLException {
    return warehouse.list(
        SqlText.of("rankings/ranking.sql"),
        Rankings::rankedUnit,
        question.indicator(),
        question.asOf(),
        peerGroup,
        question.basis().id(),
        question.periodType().id());
  }

  /** The reports that a peer group is ranked by, each against its own counts; by unit code. */
  public List<CheckedReport> checkedReports(RankingQuestion question, String peerGroup)
      throws SQLException {
    return warehouse.list(
        SqlText.of("rankings/checked_reports.sql"),
        Rankings::checkedReport,
        question.indicator(),
        question.asOf(),
        question.periodType().id(),
        peerGroup);
  }

  /** The nation's, the ministries' and the provinces' figures, in this order. */
  public List<Headline> headlines(RankingQuestion question) throws SQLException {
    return warehouse.list(
        SqlText.of("rankings/headline.sql"),
        Rankings::headline,
        question.indicator(),
        question.asOf(),
        question.basis().id(),
        question.periodType().id());
  }

  /** Names of the agencies that rankings leave out on a day. */
  public List<String> leftOut(LocalDate day) throws SQLException {
    return warehouse.list(
        SqlText.of("rankings/left_out.sql"), row -> row.getString("unit_name"), day, day);
  }

  /** The files and printed sources of the values that hold on a day. */
  public Sources sources(RankingQuestion question) throws SQLException {
    if (question.basis() == Basis.COMPUTED && question.periodType() != PeriodType.AS_OF) {
      return new Sources(periodFiles(question), List.of());
    }
    if (question.basis() == Basis.COMPUTED) {
      return new Sources(
          warehouse.list(
              SqlText.of("rankings/catalog_files.sql"),
              row -> row.getString("file"),
              question.asOf(),
              question.asOf()),
          List.of());
    }
    return new Sources(reported(question, "file"), reported(question, "source"));
  }

  /** A period still running ends with the as-of date of the publication. */
  private List<String> periodFiles(RankingQuestion question) throws SQLException {
    Computation computation =
        warehouse
            .list(
                SqlText.of("rankings/computation.sql"), Rankings::computation, question.indicator())
            .get(0);
    LocalDate last = question.periodType().lastDay(question.asOf());
    LocalDate published = publication().asOf();
    return new SourceFiles(warehouse)
            .of(
                computation,
                "VN",
                question.periodType(),
                question.asOf(),
                published.isBefore(last) ? published : last)
            .stream()
            .map(SourceFile::file)
            .toList();
  }

  static Computation computation(ResultSet row) throws SQLException {
    return new Computation(
        Rows.parse(row.getString("counted_rows")).orElseThrow(),
        row.getString("numerator_predicate"),
        row.getString("denominator_predicate"));
  }

  /**
   * The first day for which a basis has values of an indicator, and the date of its newest data.
   */
  public Optional<DataRange> range(RankingQuestion question) throws SQLException {
    return warehouse
        .list(
            SqlText.of("rankings/range.sql"),
            row ->
                new DataRange(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)),
            question.indicator(),
            question.basis().id(),
            question.periodType().id())
        .stream()
        .filter(range -> range.first() != null)
        .findFirst();
  }

  /** From the first day with values to the date of the newest data. */
  public record DataRange(LocalDate first, LocalDate last) {}

  private List<String> reported(RankingQuestion question, String column) throws SQLException {
    return warehouse
        .list(
            SqlText.of("rankings/reports.sql"),
            row -> Optional.ofNullable(row.getString(column)),
            question.indicator(),
            question.asOf(),
            question.basis().id(),
            question.periodType().id())
        .stream()
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  static ServedPublication publication(ResultSet row) throws SQLException {
    return new ServedPublication(
        row.getLong("publication_id"),
        row.getString("run_id"),
        row.getTimestamp("published_at").toLocalDateTime(),
        row.getObject("as_of", LocalDate.class));
  }

  private static RankedUnit rankedUnit(ResultSet row) throws SQLException {
    return new RankedUnit(
        row.getInt("serial"),
        row.getObject("rank", Integer.class),
        row.getString("unit_code"),
        row.getString("unit_name"),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getObject("value", Double.class),
        row.getString("printed_value"),
        row.getObject("period_start", LocalDate.class),
        row.getObject("period_end", LocalDate.class),
        row.getObject("data_date", LocalDate.class));
  }

  private static CheckedReport checkedReport(ResultSet row) throws SQLException {
    return new CheckedReport(
        row.getString("unit_code"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getString("printed_value"),
        Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        row.getString("note"),
        row.getString("file"));
  }

  private static Headline headline(ResultSet row) throws SQLException {
    return new Headline(
        row.getString("scope"),
        row.getLong("units"),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getObject("mean_rate", Double.class),
        row.getLong("below_10_percent"),
        row.getObject("target", Double.class),
        row.getObject("target_due", LocalDate.class),
        row.getObject("reaching_target", Long.class),
        row.getObject("distance_to_target", Double.class));
  }
}
