package io.xephang.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What queries may read: the views and table macros of the contract, section 4. */
final class PublicSurface {
  private PublicSurface() {}

  static boolean hasView(String name) {
    return ServedSchema.VIEWS.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean hasMacro(String name) {
    return ServedSchema.MACROS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** All of it, macros with their parameters, by name. */
  static List<String> shown(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement all = connection.prepareStatement(SqlText.of("surface.sql"));
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        names.add(row.getString("name"));
      }
    }
    return List.copyOf(names);
  }

  /** The view or macro that somebody may have meant. */
  static Optional<String> similar(Connection connection, String written) throws SQLException {
    List<String> names = new ArrayList<>(ServedSchema.VIEWS);
    names.addAll(ServedSchema.MACROS);
    try (PreparedStatement similar = connection.prepareStatement(SqlText.of("gate/similar.sql"))) {
      similar.setObject(1, connection.createArrayOf("VARCHAR", names.toArray()));
      similar.setString(2, written);
      try (ResultSet row = similar.executeQuery()) {
        return row.next() ? Optional.of(row.getString("name")) : Optional.empty();
      }
    }
  }
}
