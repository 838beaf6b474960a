package io.xephang.cli;

import io.xephang.home.Publication;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.ServedFile;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which publication is asked: the same option wherever one can be. */
final class PublicationOption {
  private static final String NAME = "--publication";

  @Option(
      names = NAME,
      paramLabel = "ID|LABEL",
      description = {
        "Công bố được hỏi, theo số hoặc nhãn; mặc định là công bố đang dùng.",
        "The publication that is asked, by id or label; by default the current one."
      })
  private String written;

  /** Opens it. */
  Warehouse open(CommandContext context)
      throws CommandFailed, NoServedDatabase, SQLException, IOException {
    Optional<ServedFile> older = older(context);
    return older.isPresent() ? Warehouse.open(older.get()) : Warehouse.open(context.home());
  }

  /** Its database if one was named. */
  Optional<ServedFile> older(CommandContext context)
      throws CommandFailed, SQLException, IOException {
    return written == null
        ? Optional.empty()
        : Optional.of(
            KnownPublication.served(context, KnownPublication.of(context.home(), NAME, written)));
  }

  /** The publication itself. */
  Publication publication(CommandContext context)
      throws CommandFailed, NoServedDatabase, SQLException, IOException {
    return written == null
        ? KnownPublication.current(context.home())
        : KnownPublication.of(context.home(), NAME, written);
  }
}
