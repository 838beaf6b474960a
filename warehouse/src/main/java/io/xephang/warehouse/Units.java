package io.xephang.warehouse;

import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units, as people write them. */
public final class Units {
  private final Warehouse warehouse;

  Units(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** A unit by its newest name. */
  public record NamedUnit(String code, String name) {}

  private record Spelling(String code, String text) {}

  /**
   * The units that are meant, by code: matched as the reports feed matches them. One if the text
   * tells; none, or several of the same name, if it does not.
   *
   * @param written a code in either form, a name or an alias
   */
  public List<NamedUnit> meant(String written) throws SQLException {
    Optional<String> code = byCode(written.strip());
    if (code.isPresent()) {
      return List.of(named(code.get()));
    }
    UnitName name = UnitName.of(written);
    List<String> codes =
        warehouse
            .list(
                SqlText.of("units/spellings.sql"),
                row -> new Spelling(row.getString("unit_code"), row.getString("spelling")))
            .stream()
            .filter(spelling -> UnitName.of(spelling.text()).equals(name))
            .map(Spelling::code)
            .distinct()
            .toList();
    return namedAll(codes);
  }

  /** Units whose names look alike, for those who mistyped; the likeliest first. */
  public List<NamedUnit> similar(String written) throws SQLException {
    return warehouse.list(
        SqlText.of("units/similar.sql"),
        row -> new NamedUnit(row.getString("unit_code"), row.getString("unit_name")),
        written.strip());
  }

  /** A code below a known ministry or province is a unit whether or not anything speaks of it. */
  private Optional<String> byCode(String written) throws SQLException {
    Optional<String> known = known(written);
    if (known.isPresent()) {
      return known;
    }
    Optional<UnitCode> code = UnitCode.parse(written);
    return code.isPresent() && known(code.get().root().value()).isPresent()
        ? code.map(UnitCode::value)
        : Optional.empty();
  }

  private Optional<String> known(String code) throws SQLException {
    return warehouse
        .list(SqlText.of("units/by_code.sql"), row -> row.getString("unit_code"), code)
        .stream()
        .findFirst();
  }

  private List<NamedUnit> namedAll(List<String> codes) throws SQLException {
    List<NamedUnit> units = new ArrayList<>();
    for (String code : codes) {
      units.add(named(code));
    }
    return List.copyOf(units);
  }

  private NamedUnit named(String code) throws SQLException {
    return warehouse
        .list(
            SqlText.of("units/named.sql"),
            row -> new NamedUnit(code, row.getString("unit_name")),
            code)
        .stream()
        .findFirst()
        .orElse(new NamedUnit(code, code));
  }
}
