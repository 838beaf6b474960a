package io.xephang.schemas;

import io.xephang.schemas.unit.Exclusion;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitKind;
import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code units/*.csv}: provinces, ministries, the nation, and what the annex leaves out. */
final class UnitFiles {
  private static final String NATION = "VN";

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

  private UnitFiles() {}

  static UnitRegister read(DefinitionFiles files) {
    List<Unit> units = new ArrayList<>();
    units.addAll(unitsOf(files, "units/nation.csv", UnitKind.NATION));
    units.addAll(unitsOf(files, "units/ministries.csv", UnitKind.MINISTRY));
    units.addAll(unitsOf(files, "units/provinces.csv", UnitKind.PROVINCE));
    List<Exclusion> exclusions =
        DefinitionTable.read(
            files,
            "units/exclusions.csv",
            List.of("unit_code", "valid_from", "valid_to", "legal_basis"),
            row -> new Exclusion(row.text("unit_code"), row.validity(), row.text("legal_basis")));
    try {
      return UnitRegister.shipped(units, exclusions);
    } catch (IllegalArgumentException e) {
      throw new InvalidDefinition("units", String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Unit> unitsOf(DefinitionFiles files, String path, UnitKind kind) {
    return DefinitionTable.read(
        files,
        path,
        UNIT_HEADER,
        row ->
            new Unit(
                row.text("unit_code"),
                row.text("unit_name"),
                row.text("full_name"),
                kind,
                NATION.equals(row.text("unit_code")) ? null : NATION,
                row.text("region"),
                row.validity(),
                row.text("successor_code"),
                row.text("aliases") == null ? List.of() : List.of(row.text("aliases").split("\\|")),
                true));
  }
}
