package io.xephang.schemas;

import io.xephang.schemas.feed.RejectionReason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code reasons/reasons.csv}: the contract's reasons, in its order. */
final class ReasonFile {
  private static final String PATH = "reasons/reasons.csv";

  private ReasonFile() {}

  static List<RejectionReason> read(DefinitionFiles files) {
    Set<String> seen = new HashSet<>();
    return List.copyOf(
        DefinitionTable.read(
            files,
            PATH,
            List.of("reason", "name_vi", "name_en", "remedy_vi", "remedy_en"),
            row -> {
              RejectionReason reason =
                  new RejectionReason(row.text("reason"), label(row, "name"), label(row, "remedy"));
              if (!seen.add(reason.id())) {
                throw new IllegalArgumentException("'" + reason.id() + "' stands twice");
              }
              return reason;
            }));
  }

  private static Label label(DefinitionTable.Row row, String what) {
    return new Label(
        Required.text(what + "_vi", row.text(what + "_vi")),
        Required.text(what + "_en", row.text(what + "_en")));
  }
}
