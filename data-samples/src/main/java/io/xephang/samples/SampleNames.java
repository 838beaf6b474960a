package io.xephang.samples;

import java.time.LocalDate;

/** Names of sample files below the landing folder. Made-up data says so in its file name. */
final class SampleNames {
  private SampleNames() {}

  static String catalog(LocalDate date, String unitCode) {
    return "catalogs/" + date + "/synthetic-" + unitCode + ".csv.gz";
  }

  static String report(String name) {
    return "reports/" + name + ".csv";
  }
}
