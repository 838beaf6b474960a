package io.xephang.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Codes as files write them. Both forms of unit code and several forms of procedure code are met in
 * real files; readers must not care.
 */
final class WrittenCode {
  private static final Set<String> UNITS_USING_OLDER_FORM =
      Set.of("G09", "H04", "H27", "H47.07", "H47.14");

  private WrittenCode() {}

  /** {@code H47.14}, or {@code 000.00.14.H47} in files of units that keep the older form. */
  static String ofUnit(String unitCode) {
    return UNITS_USING_OLDER_FORM.contains(unitCode) ? older(unitCode) : unitCode;
  }

  private static String older(String unitCode) {
    List<String> groups = new ArrayList<>(List.of(unitCode.split("\\.")));
    while (groups.size() < 3) {
      groups.add("00");
    }
    groups.add("000");
    Collections.reverse(groups);
    return String.join(".", groups);
  }

  /** {@code 1.001193}, {@code 1.001193.000.00.00.H47} or {@code 1.001193.H47}, by unit. */
  static String ofProcedure(Procedure procedure, String unitCode) {
    String owner = unitCode.substring(0, 3);
    int form = StableDraw.below(4, owner, "code form");
    // One unit in four is of two minds.
    return switch (form < 3 ? form : StableDraw.below(3, procedure.root(), owner + " code form")) {
      case 0 -> procedure.root();
      case 1 -> procedure.root() + ".000.00.00." + owner;
      default -> procedure.root() + "." + owner;
    };
  }
}
