package io.xephang.cli;

import io.xephang.warehouse.ServedIndicator;
import java.util.List;

/** The indicator that a user names. */
final class KnownIndicator {
  private KnownIndicator() {}

  /**
   * The indicator of an id.
   *
   * @param argument how it stands on the command line, such as {@code --indicator level4_rate}
   * @throws CommandFailed as wrong usage if there is no such indicator
   */
  static ServedIndicator of(String id, String argument, List<ServedIndicator> indicators)
      throws CommandFailed {
    return indicators.stream()
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.wrongUsage(
                    DisplayText.of(argument)
                        + ": không có chỉ số này / there is no such indicator; "
                        + String.join(
                            ", ", indicators.stream().map(ServedIndicator::id).toList())));
  }
}
