package io.xephang.cli;

import io.xephang.warehouse.Units;
import io.xephang.warehouse.Units.NamedUnit;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The unit that a user names by code or name. */
final class KnownUnit {
  private KnownUnit() {}

  /**
   * The one unit that is meant.
   *
   * @throws CommandFailed as wrong usage if no unit is meant, or several are
   */
  static NamedUnit of(String written, Units units) throws SQLException, CommandFailed {
    List<NamedUnit> meant = units.meant(written);
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw CommandFailed.wrongUsage(
        DisplayText.of(written)
            + (meant.isEmpty()
                ? ": không có đơn vị này / there is no such unit; gần giống / like it: "
                    + list(units.similar(written))
                : ": nhiều đơn vị cùng tên, hãy ghi mã / several units of this name, give the code: "
                    + list(meant)));
  }

  private static String list(List<NamedUnit> units) {
    return units.stream()
        .map(unit -> DisplayText.of(unit.code() + " " + unit.name()))
        .collect(Collectors.joining("; "));
  }
}
