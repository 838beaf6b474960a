package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedDossier;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.DossierGroup;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.ReceivedDossiers;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.PublishedValue.PeerRank;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why values are what they are: the definition, the counts, the rows behind them and the files they
 * came from. The rows are counted anew, so that an explanation is a check as well.
 */
public final class Explanations {
  private final Warehouse warehouse;

  Explanations(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The explanation of the value that a unit has on a day; empty if it has none.
   *
   * @param question its indicator is known
   * @param unitCode canonical code, or that of a national sum
   * @param singleDossiers how many dossiers are named at most, of those in the numerator and of the
   *     others; all are counted
   */
  public Optional<Explanation> of(RankingQuestion question, String unitCode, int singleDossiers)
      throws SQLException {
    Optional<PublishedValue> stored = stored(question, unitCode);
    LocalDate lastDay = lastDay(question, stored);
    ExplainedUnit unit = unit(unitCode, lastDay);
    if (stored.isEmpty() && !(unit.isSum() && question.basis() == Basis.REPORTED)) {
      return Optional.empty();
    }
    ExplainedIndicator indicator = definition(question.indicator(), lastDay);
    Evidence evidence;
    List<SourceFile> files;
    if (question.basis() == Basis.COMPUTED) {
      Computation computation = indicator.computation();
      evidence =
          unit.isSum()
              ? summands(question, unitCode, lastDay)
              : counted(computation, question, unitCode, lastDay, singleDossiers);
      files =
          new SourceFiles(warehouse)
              .of(computation, unitCode, question.periodType(), question.asOf(), lastDay);
    } else if (stored.isEmpty()) {
      evidence = summands(question, unitCode, lastDay);
      files = summandFiles(question, unitCode);
    } else {
      LocalDate date = stored.get().dataDate();
      evidence = reports(question, unitCode, date);
      files = reportFiles(question, unitCode, date);
    }
    Optional<PublishedValue> value =
        stored.isPresent() ? stored : pooled(question, unitCode, (Evidence.Summands) evidence);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    ServedPublication publication = warehouse.rankings().publication();
    return Optional.of(
        new Explanation(
            question,
            publication,
            compared(indicator, question, value.get().dataDate(), publication.asOf()),
            unit,
            value.get(),
            evidence,
            files));
  }

  /** The last day that is counted; of a rate of a day the day itself, however old its data. */
  private static LocalDate lastDay(RankingQuestion question, Optional<PublishedValue> stored) {
    return question.periodType() != PeriodType.AS_OF && stored.isPresent()
        ? stored.get().dataDate()
        : question.periodType().lastDay(question.asOf());
  }

  /** A unit as it is called on a day, or as it was or will be if it does not exist on it. */
  public ExplainedUnit unit(String unitCode, LocalDate day) throws SQLException {
    return warehouse
        .list(
            SqlText.of("explain/unit.sql"),
            row ->
                new ExplainedUnit(
                    row.getString("unit_code"),
                    row.getString("unit_name"),
                    row.getString("full_name"),
                    row.getString("kind"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getBoolean("listed"),
                    row.getBoolean("exists_then")),
            unitCode,
            day)
        .stream()
        .findFirst()
        .orElseGet(() -> ExplainedUnit.undescribed(unitCode));
  }

  /**
   * The days on which a unit has values.
   *
   * @param last the last day; null if the newest value still holds
   * @param newestData the date of its newest data
   */
  public record ValueRange(LocalDate first, LocalDate last, LocalDate newestData) {}

  /** The days on which a unit has values; empty if it never has. */
  public Optional<ValueRange> range(RankingQuestion question, String unitCode) throws SQLException {
    return warehouse
        .list(
            SqlText.of("explain/range.sql"),
            row ->
                new ValueRange(
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class),
                    row.getObject("newest_data", LocalDate.class)),
            question.indicator(),
            unitCode,
            question.basis().id(),
            question.periodType().id())
        .stream()
        .findFirst();
  }

  /** What a served database knows of an indicator on a day, but for changes and target. */
  private ExplainedIndicator definition(String indicator, LocalDate day) throws SQLException {
    return warehouse
        .list(SqlText.of("explain/indicator.sql"), Explanations::definition, indicator, day)
        .get(0);
  }

  private static ExplainedIndicator definition(ResultSet row) throws SQLException {
    return new ExplainedIndicator(
        row.getString("indicator"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getString("direction").equals(Direction.LOWER_IS_BETTER.id()),
        row.getString("numerator_vi"),
        row.getString("numerator_en"),
        row.getString("denominator_vi"),
        row.getString("denominator_en"),
        row.getString("counted_rows") == null ? null : Rankings.computation(row),
        row.getString("legal_basis"),
        List.of(),
        null);
  }

  /** Compared are the data, the day asked for and the publication's: what lies between is told. */
  private ExplainedIndicator compared(
      ExplainedIndicator known, RankingQuestion question, LocalDate dataDate, LocalDate published)
      throws SQLException {
    LocalDate day = question.asOf();
    return new ExplainedIndicator(
        known.id(),
        known.nameVi(),
        known.nameEn(),
        known.lowerIsBetter(),
        known.numeratorVi(),
        known.numeratorEn(),
        known.denominatorVi(),
        known.denominatorEn(),
        known.computation(),
        known.legalBasis(),
        warehouse.list(
            SqlText.of("explain/changes.sql"),
            row ->
                new DefinitionChange(
                    row.getObject("changed_on", LocalDate.class),
                    row.getString("note_vi"),
                    row.getString("note_en")),
            known.id(),
            dataDate.isBefore(day) ? dataDate : day,
            published.isAfter(day) ? published : day),
        warehouse
            .list(
                SqlText.of("explain/target.sql"),
                row ->
                    new DueTarget(
                        row.getDouble("target"),
                        row.getObject("due", LocalDate.class),
                        row.getString("legal_basis")),
                known.id(),
                day)
            .stream()
            .findFirst()
            .orElse(null));
  }

  private Optional<PublishedValue> stored(RankingQuestion question, String unitCode)
      throws SQLException {
    Object[] parameters = {
      question.indicator(),
      unitCode,
      question.basis().id(),
      question.periodType().id(),
      question.asOf()
    };
    List<PeerRank> ranks =
        warehouse.list(
            SqlText.of("explain/ranks.sql"),
            row ->
                new PeerRank(
                    row.getString("peer_group"),
                    row.getObject("rank", Integer.class),
                    row.getLong("ranked")),
            parameters);
    return warehouse
        .list(
            SqlText.of("explain/value.sql"),
            row ->
                new PublishedValue(
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getObject("numerator", Long.class),
                    row.getObject("denominator", Long.class),
                    row.getObject("value", Double.class),
                    row.getString("printed_value"),
                    row.getObject("data_date", LocalDate.class),
                    ranks),
            parameters)
        .stream()
        .findFirst();
  }

  /** A sum of reports is not stored: it is what the headline says. */
  private Optional<PublishedValue> pooled(
      RankingQuestion question, String unitCode, Evidence.Summands summands) throws SQLException {
    Optional<LocalDate> newest =
        summands.withValue().map(Summand::dataDate).max(LocalDate::compareTo);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    return warehouse.rankings().headlines(question).stream()
        .filter(line -> line.scope().equals(unitCode))
        .findFirst()
        .map(
            line ->
                new PublishedValue(
                    null,
                    null,
                    line.numerator(),
                    line.denominator(),
                    line.numerator() == null || line.denominator() == 0
                        ? null
                        : (double) line.numerator() / line.denominator(),
                    null,
                    newest.get(),
                    List.of()));
  }

  private Evidence counted(
      Computation computation,
      RankingQuestion question,
      String unitCode,
      LocalDate lastDay,
      int singleDossiers)
      throws SQLException {
    LocalDate firstDay = question.periodType().firstDay(question.asOf());
    return switch (computation.rows()) {
      case CATALOG ->
          services(computation, unitCode, lastDay, SqlText.of("explain/no_dossiers.sql"));
      case SERVICES_OF_PERIOD ->
          services(
              computation,
              unitCode,
              lastDay,
              DossiersOfPeriod.received(unitCode, firstDay, lastDay).sql("received_dossiers"));
      case DOSSIERS_RECEIVED, DOSSIERS_FINISHED, DOSSIERS_TO_FINISH, DOSSIERS_OPEN ->
          dossiers(new DossiersOfPeriod(unitCode, computation, firstDay, lastDay), singleDossiers);
    };
  }

  private Evidence.Services services(
      Computation computation, String unitCode, LocalDate day, String received)
      throws SQLException {
    String sql =
        SqlText.of("explain/services.sql")
            .replace("${numerator}", computation.numerator())
            .replace("${denominator}", computation.denominator())
            .replace("${received}", received);
    boolean ofPeriod = computation.rows() == Rows.SERVICES_OF_PERIOD;
    Map<String, CountedService> roots = new LinkedHashMap<>();
    Map<String, List<Offer>> offers = new LinkedHashMap<>();
    warehouse.list(
        sql,
        row -> {
          CountedService root = root(row, ofPeriod);
          roots.putIfAbsent(root.procedureCode(), root);
          return offers
              .computeIfAbsent(root.procedureCode(), code -> new ArrayList<>())
              .add(offer(row));
        },
        unitCode,
        day);
    Map<String, Long> offered =
        offers.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Offer::unitCode, Collectors.counting()));
    return new Evidence.Services(
        warehouse.list(
            SqlText.of("explain/catalogs.sql"), row -> catalog(row, offered), unitCode, day),
        roots.values().stream()
            .map(root -> root.offeredBy(offers.get(root.procedureCode())))
            .toList());
  }

  private Evidence.Dossiers dossiers(DossiersOfPeriod dossiers, int singleDossiers)
      throws SQLException {
    Map<String, List<DossierGroup>> groups =
        warehouse.list(dossiers.sql("dossier_groups"), CountedBy::of).stream()
            .collect(
                Collectors.groupingBy(
                    CountedBy::what, Collectors.mapping(CountedBy::group, Collectors.toList())));
    return new Evidence.Dossiers(
        groups.getOrDefault("unit", List.of()),
        groups.getOrDefault("procedure", List.of()),
        groups.getOrDefault("file", List.of()),
        single(dossiers, true, singleDossiers),
        single(dossiers, false, singleDossiers));
  }

  private record CountedBy(String what, DossierGroup group) {
    static CountedBy of(ResultSet row) throws SQLException {
      return new CountedBy(
          row.getString("counted_by"),
          new DossierGroup(
              row.getString("code"),
              row.getString("name"),
              row.getLong("numerator"),
              row.getLong("denominator")));
    }
  }

  private List<CountedDossier> single(DossiersOfPeriod dossiers, boolean inNumerator, int limit)
      throws SQLException {
    return warehouse.list(dossiers.sql("dossiers"), Explanations::dossier, inNumerator, limit);
  }

  private static CountedDossier dossier(ResultSet row) throws SQLException {
    return new CountedDossier(
        row.getString("dossier_code"),
        row.getString("unit_code"),
        row.getString("procedure_code"),
        row.getObject("received_at", LocalDateTime.class),
        row.getObject("due_at", LocalDateTime.class),
        row.getObject("finished_at", LocalDateTime.class),
        row.getInt("status"),
        row.getString("channel"),
        row.getObject("service_level", Integer.class),
        row.getDouble("fee"),
        row.getBoolean("paid_online"),
        row.getBoolean("digitised"),
        row.getObject("on_time", Boolean.class),
        row.getObject("early", Boolean.class),
        row.getString("file"),
        row.getLong("position"));
  }

  private static CountedService root(ResultSet row, boolean ofPeriod) throws SQLException {
    return new CountedService(
        row.getString("procedure_code"),
        row.getObject("service_level", Integer.class),
        row.getBoolean("eligible_level4"),
        row.getBoolean("on_national_portal"),
        row.getBoolean("run_by_ministry"),
        row.getBoolean("in_numerator"),
        row.getBoolean("in_denominator"),
        ofPeriod
            ? new ReceivedDossiers(row.getLong("dossiers"), row.getLong("online_dossiers"))
            : null,
        List.of());
  }

  private static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        row.getString("unit_code"),
        row.getString("offered_name"),
        row.getObject("offered_level", Integer.class),
        row.getObject("snapshot_date", LocalDate.class),
        row.getString("file"));
  }

  private static CatalogInForce catalog(ResultSet row, Map<String, Long> offered)
      throws SQLException {
    String unitCode = row.getString("unit_code");
    return new CatalogInForce(
        unitCode,
        row.getString("unit_name"),
        row.getObject("snapshot_date", LocalDate.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        offered.getOrDefault(unitCode, 0L));
  }

  private Evidence.Summands summands(RankingQuestion question, String unitCode, LocalDate lastDay)
      throws SQLException {
    return new Evidence.Summands(
        warehouse.list(
            SqlText.of("explain/summands.sql"),
            row ->
                new Summand(
                    row.getString("unit_code"),
                    row.getString("unit_name"),
                    row.getObject("numerator", Long.class),
                    row.getObject("denominator", Long.class),
                    row.getObject("value", Double.class),
                    row.getString("printed_value"),
                    row.getObject("data_date", LocalDate.class)),
            unitCode,
            question.indicator(),
            question.basis().id(),
            question.periodType().id(),
            question.asOf(),
            lastDay));
  }

  private Evidence.Reports reports(RankingQuestion question, String unitCode, LocalDate date)
      throws SQLException {
    List<Report> latestFirst =
        warehouse.list(
            SqlText.of("explain/reports.sql"),
            Explanations::report,
            question.indicator(),
            unitCode,
            question.periodType().id(),
            date);
    return new Evidence.Reports(latestFirst.get(0), latestFirst.subList(1, latestFirst.size()));
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getString("file"),
        row.getLong("position"),
        row.getString("printed_name"),
        row.getString("printed_value"),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getObject("value", Double.class),
        row.getString("source"),
        row.getString("note"),
        row.getString("verdict"),
        row.getObject("recomputed_value", Double.class),
        row.getObject("difference", Double.class));
  }

  private List<SourceFile> summandFiles(RankingQuestion question, String unitCode)
      throws SQLException {
    return warehouse.list(
        SqlText.of("explain/summand_report_files.sql"),
        SourceFiles::file,
        unitCode,
        question.indicator(),
        question.periodType().id(),
        question.asOf());
  }

  private List<SourceFile> reportFiles(RankingQuestion question, String unitCode, LocalDate date)
      throws SQLException {
    return warehouse.list(
        SqlText.of("explain/report_files.sql"),
        SourceFiles::file,
        question.indicator(),
        unitCode,
        question.periodType().id(),
        date);
  }
}
