package io.xephang.warehouse;

import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose the rows are that give their unit by a name, matched as the feed reports matches names. A
 * name of several units tells it too, if all lie in one province or ministry.
 */
final class RejectedNames {
  private final Connection connection;

  RejectedNames(Connection connection) {
    this.connection = connection;
  }

  static String names() {
    return SqlText.of("rejections/names.sql");
  }

  static String spellings() {
    return SqlText.of("units/spellings.sql");
  }

  /** The ministry or province of each name in quarantine that means one, by name. */
  Map<String, String> senders() throws SQLException {
    Map<UnitName, Set<String>> roots = roots();
    Map<String, String> senders = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet names = statement.executeQuery(names())) {
      while (names.next()) {
        String written = names.getString("unit_name");
        Set<String> meant = roots.getOrDefault(UnitName.of(written), Set.of());
        if (meant.size() == 1) {
          senders.put(written, meant.iterator().next());
        }
      }
    }
    return senders;
  }

  private Map<UnitName, Set<String>> roots() throws SQLException {
    Map<UnitName, Set<String>> roots = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet spellings = statement.executeQuery(spellings())) {
      while (spellings.next()) {
        // The nation and its sums are no sender.
        Optional<UnitCode> code = UnitCode.parse(spellings.getString("unit_code"));
        if (code.isPresent()) {
          roots
              .computeIfAbsent(
                  UnitName.of(spellings.getString("spelling")), unused -> new TreeSet<>())
              .add(code.get().root().value());
        }
      }
    }
    return roots;
  }
}
