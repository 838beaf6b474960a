package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.home.ExpiredPublication;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLabel;
import io.xephang.home.PublicationLabels;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code xephang publication list}: all publications with their labels, newest first. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Liệt kê các lần công bố và nhãn, mới nhất trước.",
      "List the publications and their labels, newest first."
    },
    footer = {"", "Ví dụ / Example: xephang publication list --format csv"})
final class PublicationListCommand implements Callable<Integer> {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("publication_id", "BIGINT"),
          new ResultColumn("published_at", "TIMESTAMP"),
          new ResultColumn("as_of", "DATE"),
          new ResultColumn("run_id", "VARCHAR"),
          new ResultColumn("current", "BOOLEAN"),
          new ResultColumn("labels", "VARCHAR"));

  private final CommandContext context;

  @Mixin private RowListing listing;

  PublicationListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    List<Publication> newestFirst = new ArrayList<>(KnownPublication.all(context.home()));
    Collections.reverse(newestFirst);
    List<PublicationLabel> labels = new PublicationLabels(context.home()).all();
    long current = current();
    List<ExpiredPublication> expired = new ExpiredPublications(context.home()).all();
    newestFirst.removeIf(
        publication -> expired.stream().anyMatch(gone -> gone.id() == publication.id()));
    listing.write(context, COLUMNS, newestFirst, publication -> row(publication, labels, current));
    if (!expired.isEmpty()) {
      context
          .err()
          .println(
              "Đã xóa theo thời hạn lưu / Removed by publication expire: "
                  + String.join(
                      ", ", expired.stream().map(gone -> String.valueOf(gone.id())).toList()));
    }
    return ExitCode.DONE;
  }

  private static List<Object> row(
      Publication publication, List<PublicationLabel> labels, long current) {
    String own =
        String.join(
            "; ",
            labels.stream()
                .filter(label -> label.publication() == publication.id())
                .map(PublicationLabel::text)
                .toList());
    return Arrays.asList(
        publication.id(),
        publication.publishedAt(),
        publication.asOf(),
        publication.runId(),
        publication.id() == current,
        own.isEmpty() ? null : own);
  }

  /** Nothing is served before the first run, and ids count from 1. */
  private long current() throws SQLException, IOException {
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      return warehouse.standing().publication().id();
    } catch (NoServedDatabase e) {
      return 0;
    }
  }
}
