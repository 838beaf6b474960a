package io.xephang.cli;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExpiredPublication;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLabel;
import io.xephang.home.PublicationLabels;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecords;
import io.xephang.home.WriterLock;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.ServedDatabase;
import io.xephang.warehouse.ServedFile;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The publication that a user names, by its id or its label. */
final class KnownPublication {
  private static final int SHOWN = 5;

  private KnownPublication() {}

  /**
   * The publication.
   *
   * @param argument how it stands on the command line, such as {@code --publication}
   * @throws CommandFailed as wrong usage if there is no such publication
   */
  static Publication of(DeploymentHome home, String argument, String written)
      throws CommandFailed, SQLException, IOException {
    requireNotExpired(home, argument, written);
    PublicationArchive archive = new PublicationArchive(home);
    Optional<Publication> found = find(archive, home, written);
    if (found.isEmpty()) {
      takeOver(archive, home);
      found = find(archive, home, written);
    }
    return found.orElseThrow(() -> unknown(home, argument, written));
  }

  /** The publication that is served now. */
  static Publication current(DeploymentHome home)
      throws CommandFailed, NoServedDatabase, SQLException, IOException {
    try (Warehouse warehouse = Warehouse.open(home)) {
      return of(home, "CURRENT", String.valueOf(warehouse.standing().publication().id()));
    }
  }

  /** Has it served, which takes a while when nobody has asked for it lately. */
  static ServedFile served(CommandContext context, Publication publication)
      throws CommandFailed, IOException {
    try {
      return new ServedDatabase(context.home(), Definitions.shipped())
          .of(publication, new RunRecords(context.home()).all());
    } catch (SQLException e) {
      throw CommandFailed.failed(
          "không dựng được công bố số / the database cannot be built of publication "
              + publication.id()
              + ": "
              + e.getMessage()
              + "; tệp của nó đã mất, hoặc nó do phiên bản khác tạo ra / its files are gone, or"
              + " another version of the product made it");
    }
  }

  /** All that are known, oldest first. */
  static List<Publication> all(DeploymentHome home)
      throws CommandFailed, SQLException, IOException {
    PublicationArchive archive = new PublicationArchive(home);
    if (archive.ids().isEmpty()) {
      takeOver(archive, home);
    }
    return archive.all();
  }

  private static void requireNotExpired(DeploymentHome home, String argument, String written)
      throws CommandFailed, IOException {
    if (!written.matches("\\d{1,18}")) {
      return;
    }
    Optional<ExpiredPublication> expired =
        new ExpiredPublications(home).find(Long.parseLong(written));
    if (expired.isPresent()) {
      throw CommandFailed.wrongUsage(
          argument
              + " "
              + written
              + ": công bố này (số liệu đến "
              + VietnameseNumber.date(expired.get().asOf())
              + ") đã được xóa ngày "
              + VietnameseNumber.date(expired.get().expiredAt().toLocalDate())
              + "; hãy chọn công bố trong xephang publication list / this publication was removed by"
              + " xephang publication expire; choose one of xephang publication list");
    }
  }

  private static Optional<Publication> find(
      PublicationArchive archive, DeploymentHome home, String written) throws IOException {
    if (written.matches("\\d{1,18}")) {
      return archive.find(Long.parseLong(written));
    }
    Optional<PublicationLabel> label = new PublicationLabels(home).find(written);
    return label.isPresent() ? archive.find(label.get().publication()) : Optional.empty();
  }

  /** A deployment of an earlier version has no archive before its next run. */
  private static void takeOver(PublicationArchive archive, DeploymentHome home)
      throws CommandFailed, SQLException, IOException {
    if (!home.hasCatalog()) {
      return;
    }
    String holder = "xephang publication, process " + ProcessHandle.current().pid();
    try (WriterLock run = WriterLock.take(home.runLock(), holder);
        WriterLock job = WriterLock.take(home.jobLock(), holder)) {
      archive.takeOver(new PublicationLog(home));
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter("tiến trình khác đang ghi / " + e.getMessage());
    }
  }

  private static CommandFailed unknown(DeploymentHome home, String argument, String written) {
    try {
      List<Long> ids = new PublicationArchive(home).ids();
      List<String> newest =
          ids.subList(Math.max(0, ids.size() - SHOWN), ids.size()).stream()
              .map(String::valueOf)
              .toList();
      List<String> labels =
          new PublicationLabels(home).all().stream().map(PublicationLabel::text).toList();
      return CommandFailed.wrongUsage(
          argument
              + " "
              + DisplayText.of(written)
              + ": không có công bố này / there is no such publication; mới nhất / newest: "
              + String.join(", ", newest)
              + "; nhãn / labels: "
              + String.join(", ", labels));
    } catch (IOException e) {
      return CommandFailed.failed(e.getMessage());
    }
  }
}
