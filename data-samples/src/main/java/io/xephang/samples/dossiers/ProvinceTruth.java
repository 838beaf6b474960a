package io.xephang.samples.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one province delivered, and what it amounts to. */
final class ProvinceTruth {
  private final SyntheticProvince province;
  private final List<FileTruth> files = new ArrayList<>();
  private final List<PeriodCounts> periods = new ArrayList<>();
  private long acceptedCodes;
  private long countedDossiers;
  private int earliest = Integer.MAX_VALUE;
  private int latest = Integer.MIN_VALUE;

  ProvinceTruth(SyntheticProvince province, LocalDate from, LocalDate asOf) {
    this.province = province;
    for (PeriodLength length : PeriodLength.values()) {
      periods.add(new PeriodCounts(province, length, from, asOf));
    }
  }

  FileTruth addFile(String feed, String name, int deliveryDay, int arrivalDay) {
    FileTruth file = new FileTruth(feed, name, deliveryDay, arrivalDay);
    files.add(file);
    return file;
  }

  /** A dossier of which at least one message was accepted, and the last that was. */
  void addDossier(Dossier dossier, int stage, int serviceNumber) {
    acceptedCodes++;
    int status = dossier.status(stage);
    if (status == 1 || status == 3) {
      return;
    }
    countedDossiers++;
    earliest = Math.min(earliest, dossier.receivedDay);
    latest = Math.max(latest, dossier.receivedDay);
    if (dossier.saysFinished(stage)) {
      latest = Math.max(latest, dossier.finishedDay);
    } else if (status == 10) {
      latest = Math.max(latest, dossier.returnedDay);
    }
    for (PeriodCounts counts : periods) {
      counts.add(dossier, stage, serviceNumber);
    }
  }

  SyntheticProvince province() {
    return province;
  }

  List<FileTruth> files() {
    return files;
  }

  long acceptedCodes() {
    return acceptedCodes;
  }

  long countedDossiers() {
    return countedDossiers;
  }

  /** Epoch day of the first receipt of a counted dossier. */
  int earliest() {
    return earliest;
  }

  /** Epoch day of the last receipt or end of handling of a counted dossier. */
  int latest() {
    return latest;
  }

  List<PeriodCounts.Count> counts(LocalDate from, LocalDate to) {
    List<PeriodCounts.Count> counts = new ArrayList<>();
    periods.forEach(period -> counts.addAll(period.counts(from, to)));
    return counts;
  }
}
