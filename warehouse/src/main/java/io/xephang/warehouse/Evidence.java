package io.xephang.warehouse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The rows that a value was made from. */
public sealed interface Evidence {
  /** What the rows themselves add up to; null where they have no counts. */
  Long numerator();

  /** Likewise. */
  Long denominator();

  /** Whether the published value is what the rows say. */
  default boolean accountsFor(PublishedValue published) {
    return Objects.equals(numerator(), published.numerator())
        && Objects.equals(denominator(), published.denominator())
        && Objects.equals(rate(), published.value());
  }

  /** The fraction of 1 that follows from the counts; null without them or if nothing is counted. */
  default Double rate() {
    return numerator() == null || denominator() == null || denominator() == 0
        ? null
        : Double.valueOf((double) numerator() / denominator());
  }

  /** Hands the rows to the one case that fits. */
  <X extends Exception> void tell(Cases<X> cases) throws X;

  /** What to do with each kind of row. */
  interface Cases<X extends Exception> {
    void services(Services services) throws X;

    void dossiers(Dossiers dossiers) throws X;

    void summands(Summands summands) throws X;

    void reports(Reports reports) throws X;
  }

  /**
   * The services of a catalog.
   *
   * @param catalogs the snapshots that make it up, by unit
   * @param services each root once, by code
   */
  record Services(List<CatalogInForce> catalogs, List<CountedService> services)
      implements Evidence {
    public Services {
      catalogs = List.copyOf(catalogs);
      services = List.copyOf(services);
    }

    @Override
    public <X extends Exception> void tell(Cases<X> cases) throws X {
      cases.services(this);
    }

    @Override
    public Long numerator() {
      return inNumerator().count();
    }

    @Override
    public Long denominator() {
      return services.stream().filter(CountedService::inDenominator).count();
    }

    public Stream<CountedService> inNumerator() {
      return services.stream().filter(CountedService::inNumerator);
    }

    public Stream<CountedService> inDenominatorOnly() {
      return services.stream().filter(service -> service.inDenominator() && !service.inNumerator());
    }

    /** How many services of the catalog count in neither. */
    public long notCounted() {
      return services.size() - denominator();
    }
  }

  /** A snapshot in force; {@code validTo} is the first day on which it is not. */
  record CatalogInForce(
      String unitCode,
      String unitName,
      LocalDate snapshotDate,
      LocalDate validFrom,
      LocalDate validTo,
      long services) {}

  /**
   * A root of a catalog.
   *
   * @param level the highest of all offers; null = no online service
   * @param eligibleLevel4 yes if any offer says yes, as all that follow
   * @param received null for a rate of a day
   * @param offers the one that decides first
   */
  record CountedService(
      String procedureCode,
      Integer level,
      boolean eligibleLevel4,
      boolean onNationalPortal,
      boolean runByMinistry,
      boolean inNumerator,
      boolean inDenominator,
      ReceivedDossiers received,
      List<Offer> offers) {
    public CountedService {
      offers = List.copyOf(offers);
    }

    CountedService offeredBy(List<Offer> units) {
      return new CountedService(
          procedureCode,
          level,
          eligibleLevel4,
          onNationalPortal,
          runByMinistry,
          inNumerator,
          inDenominator,
          received,
          units);
    }

    /** As the offer that decides calls it, else as any does; null if none has a name. */
    public String name() {
      return offers.stream().map(Offer::name).filter(Objects::nonNull).findFirst().orElse(null);
    }
  }

  /** Counted dossiers of a root that the unit, or a unit below it, received in the period. */
  record ReceivedDossiers(long all, long online) {}

  /** A unit's row of a root. */
  record Offer(String unitCode, String name, Integer level, LocalDate snapshotDate, String file) {}

  /**
   * The counted dossiers of a unit and of all units below it. Each stands once in each of the
   * groups.
   *
   * @param byUnit handling units, by code
   * @param byProcedure roots, those with the most dossiers first
   * @param byFile delivered files, by name
   * @param firstInNumerator the first of those in the numerator, as many as were asked for
   * @param firstInDenominatorOnly likewise of the others
   */
  record Dossiers(
      List<DossierGroup> byUnit,
      List<DossierGroup> byProcedure,
      List<DossierGroup> byFile,
      List<CountedDossier> firstInNumerator,
      List<CountedDossier> firstInDenominatorOnly)
      implements Evidence {
    public Dossiers {
      byUnit = List.copyOf(byUnit);
      byProcedure = List.copyOf(byProcedure);
      byFile = List.copyOf(byFile);
      firstInNumerator = List.copyOf(firstInNumerator);
      firstInDenominatorOnly = List.copyOf(firstInDenominatorOnly);
    }

    @Override
    public <X extends Exception> void tell(Cases<X> cases) throws X {
      cases.dossiers(this);
    }

    @Override
    public Long numerator() {
      return byUnit.stream().mapToLong(DossierGroup::numerator).sum();
    }

    @Override
    public Long denominator() {
      return byUnit.stream().mapToLong(DossierGroup::denominator).sum();
    }

    public long inDenominatorOnly() {
      return denominator() - numerator();
    }
  }

  /**
   * How many dossiers a unit, a root or a file has.
   *
   * @param code of the unit or the root, or the file
   * @param name null if it has none
   */
  record DossierGroup(String code, String name, long numerator, long denominator) {
    public long inDenominatorOnly() {
      return denominator - numerator;
    }
  }

  /**
   * The current state of a dossier.
   *
   * @param serviceLevel null = unknown or no online service
   * @param onTime null without a due date or unfinished
   * @param early likewise
   */
  record CountedDossier(
      String dossierCode,
      String unitCode,
      String procedureCode,
      LocalDateTime receivedAt,
      LocalDateTime dueAt,
      LocalDateTime finishedAt,
      int status,
      String channel,
      Integer serviceLevel,
      double fee,
      boolean paidOnline,
      boolean digitised,
      Boolean onTime,
      Boolean early,
      String file,
      long position) {}

  /**
   * What a sum adds up.
   *
   * @param units in the order of the annex; those without a value last
   */
  record Summands(List<Summand> units) implements Evidence {
    public Summands {
      units = List.copyOf(units);
    }

    @Override
    public <X extends Exception> void tell(Cases<X> cases) throws X {
      cases.summands(this);
    }

    @Override
    public Long numerator() {
      return haveCounts() ? withValue().mapToLong(Summand::numerator).sum() : null;
    }

    @Override
    public Long denominator() {
      return haveCounts() ? withValue().mapToLong(Summand::denominator).sum() : null;
    }

    public Stream<Summand> withValue() {
      return units.stream().filter(unit -> unit.dataDate() != null);
    }

    public Stream<Summand> withoutValue() {
      return units.stream().filter(unit -> unit.dataDate() == null);
    }

    /** The unweighted mean of the rates; null if there is none. */
    public Double mean() {
      OptionalDouble mean =
          units.stream().filter(unit -> unit.value() != null).mapToDouble(Summand::value).average();
      return mean.isPresent() ? mean.getAsDouble() : null;
    }

    /** Rates without counts have no pooled rate. */
    private boolean haveCounts() {
      return withValue().allMatch(unit -> unit.numerator() != null && unit.denominator() != null);
    }
  }

  /**
   * A ministry or province within a sum.
   *
   * @param dataDate null if it has no value on the day
   */
  record Summand(
      String unitCode,
      String unitName,
      Long numerator,
      Long denominator,
      Double value,
      String printedValue,
      LocalDate dataDate) {}

  /**
   * What was reported for one date.
   *
   * @param ranked the one that counts
   * @param others those that lost, the latest first
   */
  record Reports(Report ranked, List<Report> others) implements Evidence {
    public Reports {
      others = List.copyOf(others);
    }

    @Override
    public <X extends Exception> void tell(Cases<X> cases) throws X {
      cases.reports(this);
    }

    @Override
    public Long numerator() {
      return ranked.numerator();
    }

    @Override
    public Long denominator() {
      return ranked.denominator();
    }

    @Override
    public boolean accountsFor(PublishedValue published) {
      return Objects.equals(numerator(), published.numerator())
          && Objects.equals(denominator(), published.denominator())
          && Objects.equals(ranked.value(), published.value())
          && Objects.equals(ranked.printedValue(), published.printedValue());
    }
  }

  /**
   * A row of a report.
   *
   * @param verdict of the view {@code reconciliation}
   * @param recomputed what its counts say; null without counts
   * @param difference printed minus recomputed, a fraction of 1
   */
  record Report(
      String file,
      long position,
      String printedName,
      String printedValue,
      Long numerator,
      Long denominator,
      Double value,
      String source,
      String note,
      String verdict,
      Double recomputed,
      Double difference) {}
}
