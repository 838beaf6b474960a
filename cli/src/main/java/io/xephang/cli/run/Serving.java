package io.xephang.cli.run;

import io.xephang.home.DeploymentHome;
import io.xephang.home.DiskFailure;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecords;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;

/** Has the newest publication served. Only the holder of the run lock may. */
final class Serving {
  private final DeploymentHome home;
  private final PublicationLog publications;
  private final PublicationArchive archive;
  private final ServedDatabase served;
  private final RunRecords records;
  private final PrintStream err;

  Serving(DeploymentHome home, Definitions definitions, PrintStream err, Milestones milestones) {
    this.home = home;
    this.publications = new PublicationLog(home);
    this.archive = new PublicationArchive(home);
    this.served = new ServedDatabase(home, definitions, milestones);
    this.records = new RunRecords(home);
    this.err = err;
  }

  /**
   * Makes up for a publication that could not be served when it was made, or whose folder was moved
   * since. A failure here does not keep the run from making a new one.
   */
  void catchUp() {
    try {
      Optional<Publication> newest = publications.latest();
      archive.takeOver(publications);
      if (newest.isPresent() && !served.serves(newest.get())) {
        err.println(
            "Dựng lại cơ sở dữ liệu tra cứu cho công bố số / Building the served database of"
                + " publication "
                + newest.get().id());
        served.build(newest.get(), records.all());
      }
    } catch (SQLException | IOException e) {
      err.println("Chưa dựng lại được / It could not be built: " + sentence(e));
    }
  }

  /**
   * Serves the newest publication and the records of runs up to now.
   *
   * @return whether readers see the newest publication; true if there is none
   */
  boolean build() {
    Optional<Publication> newest = Optional.empty();
    try {
      newest = publications.latest();
      archive.takeOver(publications);
      if (newest.isPresent()) {
        served.build(newest.get(), records.all());
      }
      return true;
    } catch (SQLException | IOException e) {
      err.println(
          newest
                  .map(publication -> "Công bố số / Publication " + publication.id() + ": ")
                  .orElse("")
              + "không dựng được cơ sở dữ liệu tra cứu; công bố vẫn có hiệu lực và lần chạy sau sẽ"
              + " dựng trước tiên. / The served database cannot be built; the publication stands,"
              + " and the next run builds it first. "
              + sentence(e));
      return false;
    }
  }

  private String sentence(Exception e) {
    return DiskFailure.sentence(home, e).orElse(e.getMessage());
  }
}
