package io.xephang.samples.dossiers;

import io.xephang.samples.Field;
import io.xephang.samples.LandingFolder;
import io.xephang.samples.ProcedureUniverse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes a series: units, catalogs, deliveries; and tells the truth about it. */
final class DossierSeries {
  /** The longest time limit, a supplement and what is late, in calendar days, and room. */
  private static final int MARGIN = 500;

  private DossierSeries() {}

  /** How many dossiers a province receives. */
  interface IntakePlan {
    Intake of(String province, DeliveryDays deliveries, Calendar calendar);
  }

  static Truth write(Path landing, Series series) {
    return write(
        landing,
        series,
        (province, deliveries, calendar) ->
            new SteadyIntake(deliveries, calendar, messagesOf(series, province)));
  }

  static Truth write(Path landing, Series series, IntakePlan plan) {
    DeliveryDays deliveries =
        new DeliveryDays(
            Math.toIntExact(series.from().toEpochDay()), series.days(), series.every());
    Calendar calendar = new Calendar(series.from(), series.lastDay(), MARGIN);
    LocalDate asOf = LocalDate.ofEpochDay(deliveries.lastDay());
    ProcedureUniverse universe = ProcedureUniverse.of(Field.all());
    List<LocalDate> snapshots = snapshots(series.from(), asOf);
    List<Callable<ProvinceTruth>> provinces = new ArrayList<>();
    for (String code : series.provinces()) {
      SyntheticProvince province =
          SyntheticProvince.of(code, series.seed(), series.catalogs(), snapshots, universe);
      Intake intake = plan.of(code, deliveries, calendar);
      provinces.add(
          () -> {
            province.writeTo(new LandingFolder(landing), series.gzip() ? ".gz" : "");
            return new ProvinceSeries(landing, series, province, deliveries, calendar, intake, asOf)
                .write();
          });
    }
    return new Truth(series, asOf, allOf(provinces));
  }

  /** Provinces know nothing of each other, so which is written first does not matter. */
  private static List<ProvinceTruth> allOf(List<Callable<ProvinceTruth>> provinces) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(provinces.size(), Runtime.getRuntime().availableProcessors()));
    try {
      List<ProvinceTruth> truths = new ArrayList<>();
      for (Future<ProvinceTruth> future : threads.invokeAll(provinces)) {
        truths.add(future.get());
      }
      return truths;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A province's deliveries were not written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while deliveries were written", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One before the series, then one at the beginning of each quarter. */
  private static List<LocalDate> snapshots(LocalDate from, LocalDate to) {
    List<LocalDate> snapshots = new ArrayList<>();
    snapshots.add(from.minusMonths(1).withDayOfMonth(1));
    LocalDate next = from.withMonth(quarter(from).getValue()).withDayOfMonth(1).plusMonths(3);
    while (!next.isAfter(to)) {
      snapshots.add(next);
      next = next.plusMonths(3);
    }
    return snapshots;
  }

  private static Month quarter(LocalDate date) {
    return date.getMonth().firstMonthOfQuarter();
  }

  /** Equal shares, what is left over to the first provinces. */
  private static long messagesOf(Series series, String province) {
    int count = series.provinces().size();
    int index = series.provinces().indexOf(province);
    return series.messages() / count + (index < series.messages() % count ? 1 : 0);
  }
}
