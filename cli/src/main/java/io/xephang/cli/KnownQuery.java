package io.xephang.cli;

import io.xephang.warehouse.query.SavedQueries;
import io.xephang.warehouse.query.SavedQuery;

/** The saved query that a user names. */
final class KnownQuery {
  private KnownQuery() {}

  /**
   * The query of a name.
   *
   * @throws CommandFailed as wrong usage if there is none
   */
  static SavedQuery of(String name) throws CommandFailed {
    return SavedQueries.named(name)
        .orElseThrow(
            () ->
                CommandFailed.wrongUsage(
                    DisplayText.of(name)
                        + ": không có truy vấn này / there is no such query; "
                        + String.join(", ", SavedQueries.names())));
  }
}
