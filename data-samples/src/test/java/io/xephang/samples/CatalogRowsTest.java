package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every row of every catalog keeps the contract of the feed (section 1, catalogs). */
class CatalogRowsTest {
  private static final List<String> HEADER =
      List.of(
          "unit_code",
          "procedure_code",
          "procedure_name",
          "field_code",
          "field_name",
          "admin_level",
          "service_level",
          "eligible_level4",
          "on_national_portal",
          "run_by_ministry",
          "has_fee",
          "max_days");
  private static final Pattern PROCEDURE_CODE =
      Pattern.compile("\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2})?(\\.[GH]\\d{2})?(\\.\\d{2})?");
  private static final Pattern LEVEL = Pattern.compile("[1-4]?");
  private static final Pattern YES_NO = Pattern.compile("[01]");
  private static final Pattern DAYS = Pattern.compile("([1-9]|[1-5]\\d|60)?");
  private static final Set<String> ADMIN_LEVELS =
      Set.of("Cấp bộ", "Cấp tỉnh", "Cấp huyện", "Cấp xã");

  @Test
  void everyRowIsWellFormedAndNoRootComesTwiceInAUnit() {
    List<String> faults = new ArrayList<>();
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT.resolve("catalogs"))) {
      Set<String> seen = new HashSet<>();
      for (NamedCsvRecord row : CheckedInLanding.rows(file)) {
        String unit = CheckedInLanding.storedForm(row.getField("unit_code"));
        String code = row.getField("procedure_code");
        if (!row.getHeader().equals(HEADER) || !isWellFormed(row)) {
          faults.add(file + ": ill-formed " + row);
        } else if (!seen.add(unit + " " + code.substring(0, 8))) {
          faults.add(file + ": root twice in " + unit + ": " + code);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void madeUpFilesSayAndNameTheirUnit() {
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT.resolve("catalogs"))) {
      String name = file.getFileName().toString();
      String unit = CheckedInLanding.storedForm(CheckedInLanding.rows(file).get(0).getField(0));
      assertThat(name).isEqualTo("synthetic-" + unit.substring(0, 3) + ".csv.gz");
    }
  }

  private static boolean isWellFormed(NamedCsvRecord row) {
    return PROCEDURE_CODE.matcher(row.getField("procedure_code")).matches()
        && !row.getField("procedure_name").isBlank()
        && !row.getField("field_code").isBlank()
        && !row.getField("field_name").isBlank()
        && ADMIN_LEVELS.contains(row.getField("admin_level"))
        && LEVEL.matcher(row.getField("service_level")).matches()
        && YES_NO.matcher(row.getField("eligible_level4")).matches()
        && YES_NO.matcher(row.getField("on_national_portal")).matches()
        && YES_NO.matcher(row.getField("run_by_ministry")).matches()
        && YES_NO.matcher(row.getField("has_fee")).matches()
        && DAYS.matcher(row.getField("max_days")).matches();
  }
}
