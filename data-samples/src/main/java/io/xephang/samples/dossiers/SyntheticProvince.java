package io.xephang.samples.dossiers;

import io.xephang.samples.AdminLevel;
import io.xephang.samples.Annex3485;
import io.xephang.samples.Annex5479;
import io.xephang.samples.CsvText;
import io.xephang.samples.LandingFolder;
import io.xephang.samples.Procedure;
import io.xephang.samples.ProcedureUniverse;
import io.xephang.samples.StableDraw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A province with departments, districts and communes, and what they offer, made up: the
 * departments are those that Quảng Nam had, communes and the districts of other provinces have
 * numbers for names.
 */
final class SyntheticProvince {
  private static final int FIRST_DISTRICT = 21;

  private final String code;
  private final String name;
  private final List<LocalDate> snapshots;
  private final List<SyntheticUnit> units;
  private final List<SyntheticService> services;
  private final List<SyntheticService> unlisted;

  private SyntheticProvince(
      String code,
      String name,
      List<LocalDate> snapshots,
      List<SyntheticUnit> units,
      List<SyntheticService> services,
      List<SyntheticService> unlisted) {
    this.code = code;
    this.name = name;
    this.snapshots = snapshots;
    this.units = units;
    this.services = services;
    this.unlisted = unlisted;
  }

  /**
   * @param code of one of the 63 provinces of 2020
   * @param snapshots dates of its catalogs, rising
   * @throws IllegalArgumentException if there is no such province
   */
  static SyntheticProvince of(
      String code,
      long seed,
      CatalogSize size,
      List<LocalDate> snapshots,
      ProcedureUniverse universe) {
    String name =
        Annex3485.lines().stream()
            .filter(line -> !line.ministry() && line.unitCode().equals(code))
            .map(Annex3485.Line::printedName)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is none of the 63 provinces of 2020; expected codes like H47"
                            .formatted(code)));
    return new Maker(code, seed, size, snapshots.size(), universe).make(name, snapshots);
  }

  private static final class Maker {
    private final String code;
    private final String draw;
    private final CatalogSize size;
    private final int snapshots;
    private final ProcedureUniverse universe;
    private final Map<String, SyntheticUnit> departments = new LinkedHashMap<>();
    private final List<SyntheticUnit> districts = new ArrayList<>();
    private final List<SyntheticUnit> communes = new ArrayList<>();

    Maker(String code, long seed, CatalogSize size, int snapshots, ProcedureUniverse universe) {
      this.code = code;
      this.draw = code + " " + seed + " ";
      this.size = size;
      this.snapshots = snapshots;
      this.universe = universe;
    }

    SyntheticProvince make(String name, List<LocalDate> dates) {
      Map<String, String> real = new HashMap<>();
      for (Annex5479.Line line : Annex5479.lines()) {
        String unit = code + line.unitCode().substring(3);
        real.put(line.unitCode(), line.unitName());
        if (line.kind().equals("department")) {
          departments.put(line.unitCode(), new SyntheticUnit(unit, here(line), "department"));
        }
      }
      for (int i = 1; i <= size.districts(); i++) {
        String district = code + "." + (FIRST_DISTRICT + i - 1);
        // Quảng Nam's districts keep their names: one home may have both samples.
        String named = real.getOrDefault(district, "Huyện giả lập số %02d".formatted(i));
        districts.add(new SyntheticUnit(district, named, "district"));
        for (int j = 1; j <= size.communes(); j++) {
          communes.add(
              new SyntheticUnit(
                  "%s.%02d".formatted(district, j),
                  "Xã giả lập số %02d.%02d".formatted(i, j),
                  "commune"));
        }
      }
      List<SyntheticUnit> units = new ArrayList<>(departments.values());
      units.addAll(districts);
      units.addAll(communes);
      List<SyntheticService> services = new ArrayList<>();
      // As many more as are listed stand in no catalog, for dossiers of unlisted procedures.
      List<SyntheticService> unlisted = new ArrayList<>();
      add(AdminLevel.PROVINCE, size.ofDepartments(), services, unlisted);
      add(AdminLevel.DISTRICT, size.ofDistricts(), services, unlisted);
      add(AdminLevel.COMMUNE, size.ofCommunes(), services, unlisted);
      return new SyntheticProvince(
          code,
          name,
          List.copyOf(dates),
          List.copyOf(units),
          List.copyOf(services),
          List.copyOf(unlisted));
    }

    /** The economic zone of Quảng Nam bears its own name; those of the others have none here. */
    private String here(Annex5479.Line line) {
      return line.unitCode().startsWith(code) || !line.unitName().contains("Chu Lai")
          ? line.unitName()
          : "Ban Quản lý Khu kinh tế tỉnh";
    }

    private void add(
        AdminLevel level,
        int count,
        List<SyntheticService> services,
        List<SyntheticService> unlisted) {
      int spare = 1 + count / 20;
      List<Procedure> procedures =
          universe.draw(
              code,
              count + spare,
              procedure ->
                  procedure.level() == level
                      && (level != AdminLevel.PROVINCE
                          || departments.containsKey(procedure.field().department())));
      for (int i = 0; i < procedures.size(); i++) {
        boolean listed = i < count;
        (listed ? services : unlisted).add(service(procedures.get(i), listed));
      }
    }

    private SyntheticService service(Procedure procedure, boolean listed) {
      List<SyntheticUnit> units =
          switch (procedure.level()) {
            case DISTRICT -> districts;
            case COMMUNE -> communes;
            case PROVINCE, MINISTRY -> List.of(departments.get(procedure.field().department()));
          };
      int rank = StableDraw.below(400, procedure.root(), draw + "popularity");
      return new SyntheticService(
          procedure, code, units, listed ? levels(procedure) : new int[0], 60_000 / (20 + rank));
    }

    private int[] levels(Procedure procedure) {
      int[] levels = new int[snapshots];
      int drawn = StableDraw.below(100, procedure.root(), draw + "level");
      int level = drawn < 12 ? 4 : drawn < 40 ? 3 : drawn < 84 ? 2 : drawn < 94 ? 1 : 0;
      for (int i = 0; i < snapshots; i++) {
        if (i > 0 && level < 4 && StableDraw.holds(60, procedure.root(), draw + "step " + i)) {
          level++;
        }
        levels[i] = level;
      }
      return levels;
    }
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  List<LocalDate> snapshots() {
    return snapshots;
  }

  List<SyntheticService> services() {
    return services;
  }

  /** Services of procedures that stand in no catalog. */
  List<SyntheticService> unlisted() {
    return unlisted;
  }

  /** Which snapshot is in force; -1 before the first. */
  int snapshotOn(LocalDate date) {
    int last = -1;
    while (last + 1 < snapshots.size() && !snapshots.get(last + 1).isAfter(date)) {
      last++;
    }
    return last;
  }

  void writeTo(LandingFolder landing, String extension) {
    landing.write("units/synthetic-" + code + ".csv" + extension, unitsText());
    for (int i = 0; i < snapshots.size(); i++) {
      landing.write(
          "catalogs/%s/synthetic-%s.csv%s".formatted(snapshots.get(i), code, extension),
          catalogText(i));
    }
  }

  private String unitsText() {
    CsvText text =
        new CsvText(
            List.of(
                "unit_code",
                "unit_name",
                "kind",
                "parent_code",
                "valid_from",
                "valid_to",
                "aliases"));
    for (SyntheticUnit unit : units) {
      text.add(List.of(unit.code(), unit.name(), unit.kind(), unit.parentCode(), "", "", ""));
    }
    return text.toString();
  }

  private String catalogText(int snapshot) {
    CsvText text =
        new CsvText(
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
                "max_days"));
    // The national portal opened on 9/12/2019.
    int portal = snapshots.get(snapshot).isBefore(LocalDate.of(2019, 12, 9)) ? 0 : 400;
    for (SyntheticService service : services) {
      Procedure procedure = service.procedure();
      for (SyntheticUnit unit : service.units()) {
        int level = levelOf(service, unit, snapshot);
        text.add(
            List.of(
                unit.code(),
                procedure.root() + ".000.00.00." + code,
                procedure.name(),
                procedure.field().code(),
                procedure.field().name(),
                procedure.level().label(),
                level == 0 ? "" : Integer.toString(level),
                StableDraw.holds(level >= 3 ? 700 : 200, procedure.root(), "eligible") ? "1" : "0",
                level >= 3 && StableDraw.holds(portal, procedure.root(), code + " portal")
                    ? "1"
                    : "0",
                level >= 3 && StableDraw.holds(200, procedure.root(), code + " ministry")
                    ? "1"
                    : "0",
                procedure.hasFee() ? "1" : "0",
                procedure.maxDays()));
      }
    }
    return text.toString();
  }

  /** Some units lag behind by a level; the first that offers a service does not. */
  private static int levelOf(SyntheticService service, SyntheticUnit unit, int snapshot) {
    int level = service.levelIn(snapshot);
    boolean lags =
        level > 1
            && unit != service.units().get(0)
            && StableDraw.holds(200, service.procedure().root(), unit.code());
    return lags ? level - 1 : level;
  }
}
