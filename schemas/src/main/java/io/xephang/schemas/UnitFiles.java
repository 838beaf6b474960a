package io.xephang.schemas;

import io.xephang.schemas.unit.Exclusion;
import io.xephang.schemas.unit.InconsistentUnits;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitKind;
import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code units/*.csv}: provinces, ministries, the nation, and what the annex leaves out. */
final class UnitFiles {
  private static final String NATION = "VN";
  private static final String EXCLUSIONS = "units/exclusions.csv";

  private static final List<String> UNIT_HEADER =
      List.of(
          "unit_code",
          "unit_name",
          "full_name",
          "region",
          "valid_from",
          "valid_to",
          "successor_code",
          "aliases");

  /** Where each unit is described: file and line of each of its versions. */
  private final Map<String, List<String>> places = new HashMap<>();

  private final DefinitionFiles files;

  private UnitFiles(DefinitionFiles files) {
    this.files = files;
  }

  static UnitRegister read(DefinitionFiles files) {
    return new UnitFiles(files).register();
  }

  private UnitRegister register() {
    List<Unit> units = new ArrayList<>();
    units.addAll(unitsOf("units/nation.csv", UnitKind.NATION, "VN(\\.[a-z]+)?"));
    units.addAll(unitsOf("units/ministries.csv", UnitKind.MINISTRY, "G\\d{2}"));
    units.addAll(unitsOf("units/provinces.csv", UnitKind.PROVINCE, "H\\d{2}"));
    List<Exclusion> exclusions =
        DefinitionTable.read(
            files,
            EXCLUSIONS,
            List.of("unit_code", "valid_from", "valid_to", "legal_basis"),
            row -> {
              Exclusion exclusion =
                  new Exclusion(row.text("unit_code"), row.validity(), row.text("legal_basis"));
              places.putIfAbsent(exclusion.unitCode(), List.of(place(EXCLUSIONS, row)));
              return exclusion;
            });
    try {
      return UnitRegister.shipped(units, exclusions);
    } catch (InconsistentUnits e) {
      List<String> atFault = e.codes().stream().flatMap(code -> places.get(code).stream()).toList();
      throw new InvalidDefinition(String.join(", ", atFault), e.getMessage(), e);
    }
  }

  private List<Unit> unitsOf(String path, UnitKind kind, String codeForm) {
    Pattern form = Pattern.compile(codeForm);
    return DefinitionTable.read(
        files,
        path,
        UNIT_HEADER,
        row -> {
          String code = Required.text("unit_code", row.text("unit_code"));
          if (!form.matcher(code).matches()) {
            throw new IllegalArgumentException(
                "'unit_code' is '" + code + "', expected the form " + codeForm);
          }
          places.computeIfAbsent(code, c -> new ArrayList<>()).add(place(path, row));
          return new Unit(
              code,
              row.text("unit_name"),
              row.text("full_name"),
              kind,
              NATION.equals(code) ? null : NATION,
              row.text("region"),
              row.validity(),
              row.text("successor_code"),
              aliases(row.text("aliases")),
              true);
        });
  }

  private static List<String> aliases(String written) {
    return written == null
        ? List.of()
        : Stream.of(written.split("\\|", -1)).map(alias -> Required.text("alias", alias)).toList();
  }

  private static String place(String path, DefinitionTable.Row row) {
    return path + " line " + row.number();
  }
}
