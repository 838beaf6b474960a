package io.xephang.cli;

import io.xephang.schemas.unit.UnitCode;
import io.xephang.warehouse.Rejections.Sender;
import io.xephang.warehouse.Units.NamedUnit;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The sender of rejected rows that a user names by code or name. */
final class KnownSender {
  private KnownSender() {}

  /**
   * The one sender that is meant; one of no rows if nothing of it was rejected.
   *
   * @throws CommandFailed as wrong usage if no ministry or province is meant, or several units are
   */
  static Sender of(String written, Warehouse warehouse) throws SQLException, CommandFailed {
    String key = written.strip();
    List<Sender> senders = warehouse.rejections().senders();
    // As the report names them: also a code that the units feed has withdrawn since.
    Optional<Sender> rejected = withKey(key, senders);
    if (rejected.isPresent()) {
      return rejected.get();
    }
    if (key.equalsIgnoreCase(Sender.NOBODY)) {
      return new Sender(null, null, 0, 0);
    }
    NamedUnit unit = KnownUnit.of(written, warehouse.units());
    requireMinistryOrProvince(unit, warehouse);
    return withKey(unit.code(), senders).orElse(new Sender(unit.code(), unit.name(), 0, 0));
  }

  private static Optional<Sender> withKey(String key, List<Sender> senders) {
    return senders.stream()
        .filter(sender -> sender.codeOrNobody().equalsIgnoreCase(key))
        .findFirst();
  }

  private static void requireMinistryOrProvince(NamedUnit unit, Warehouse warehouse)
      throws SQLException, CommandFailed {
    Optional<UnitCode> code = UnitCode.parse(unit.code());
    if (code.isPresent() && code.get().isRoot()) {
      return;
    }
    String above =
        code.isPresent() ? named(KnownUnit.of(code.get().root().value(), warehouse.units())) : "";
    throw CommandFailed.wrongUsage(
        named(unit)
            + ": bên gửi là bộ hoặc tỉnh, hãy ghi / senders are ministries and provinces, give: "
            + (above.isEmpty() ? "H47, G18 …" : above));
  }

  private static String named(NamedUnit unit) {
    return DisplayText.of(unit.code() + " " + unit.name());
  }
}
