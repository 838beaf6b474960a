package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.jobs.lake.Lake;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A deployment whose runs are killed, and its twin, which nobody disturbs: it runs whenever the
 * first has published, on what had landed then. Readers look at the first all the while.
 */
final class TrialDeployment implements AutoCloseable {
  private final Installation installation;
  private final Path folder;
  private final DeploymentHome home;
  private final Deliveries deliveries;
  private final Twin twin;
  private final SortedMap<Long, ServedState> twinServed = new TreeMap<>();
  private final Reader reader;

  TrialDeployment(Installation installation, Path folder, DeploymentHome home) throws Exception {
    this.installation = installation;
    this.folder = folder;
    this.home = home;
    this.deliveries = new Deliveries(Files.createDirectories(folder.resolve("landing")));
    this.twin = new Twin(folder.resolve("twin"));
    this.reader = new Reader(home);
  }

  DeploymentHome home() {
    return home;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  Reader reader() {
    return reader;
  }

  /** Starts {@code xephang run}, which stops at some milestones. */
  XephangProcess start(String... stops) throws IOException {
    return start(runCommand(), stops);
  }

  /** Starts it from a command line of the trial's own. */
  XephangProcess start(List<String> command, String... stops) throws IOException {
    return XephangProcess.start(command, home.folder(), folder.resolve("processes"), stops);
  }

  /** The command line of a run. */
  List<String> runCommand() {
    return installation.command("run", "--landing", deliveries.landing().toString());
  }

  /** A run that nobody disturbs; afterwards everything is as if nobody ever had. */
  void runUndisturbed() throws Exception {
    XephangProcess run = start();
    assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.DONE);
    followTwin();
    assertSameAsTwin();
  }

  /** The number of the newest publication, 0 before the first. No process may be at work. */
  long published() throws SQLException {
    return latest().map(Publication::id).orElse(0L);
  }

  /** The number of the publication that readers are answered from, 0 before the first. */
  long served() throws Exception {
    try (Warehouse warehouse = Warehouse.open(home)) {
      return warehouse.standing().publication().id();
    } catch (NoServedDatabase e) {
      return 0;
    }
  }

  private Optional<Publication> latest() throws SQLException {
    return new PublicationLog(home).latest();
  }

  /**
   * Lets the twin do what the deployment has done: to be called after every run, killed or not,
   * before anything else is delivered.
   */
  void followTwin() throws Exception {
    long published = published();
    long followed = twinServed.isEmpty() ? 0 : twinServed.lastKey();
    assertThat(published).as("one run publishes once").isBetween(followed, followed + 1);
    if (published == followed) {
      return;
    }
    twinServed.put(published, twin.run(deliveries));
  }

  private void assertSameAsTwin() throws Exception {
    Publication mine = latest().orElseThrow();
    SortedMap<String, List<String>> published = PublishedState.of(home, mine);
    SortedMap<String, List<String>> expected = PublishedState.of(twin.home(), twin.publication());
    for (String table : expected.keySet()) {
      assertThat(published.get(table))
          .as("rows of %s, compared with the undisturbed deployment", table)
          .containsExactlyElementsOf(expected.get(table));
    }
    assertThat(mine.asOf()).isEqualTo(twin.publication().asOf());
    assertThat(ServedState.of(home))
        .as("what readers are answered, compared with the undisturbed deployment")
        .isEqualTo(twinServed.get(mine.id()));
    assertThat(reader.wrong()).as("what readers must never see").isEmpty();
    for (Map.Entry<Long, ServedState> answer : reader.answers().entrySet()) {
      assertThat(answer.getValue())
          .as("publication %s as readers saw it meanwhile", answer.getKey())
          .isEqualTo(twinServed.get(answer.getKey()));
    }
    assertNothingIsLeftOver();
  }

  private void assertNothingIsLeftOver() throws IOException, SQLException {
    try (Lake lake = Lake.open(home, Definitions.shipped())) {
      for (String table : Definitions.shipped().tables().keySet()) {
        assertThat(lake.references(table))
            .as("branches and tags of %s", table)
            .allMatch(name -> name.equals("main") || name.startsWith("publication_"));
      }
    }
    try (Stream<Path> files = Files.walk(home.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("parts of files that interrupted processes were writing")
          .noneMatch(name -> name.contains(".part"));
    }
    try (Stream<Path> files = Files.list(home.serving())) {
      assertThat(files.filter(file -> file.toString().endsWith(".duckdb")))
          .as("the served database and the one before it")
          .hasSizeLessThanOrEqualTo(2);
    }
    assertThat(new RunRecords(home).all())
        .as("runs that would be at work")
        .noneMatch(run -> run.status() == RunStatus.RUNNING);
  }

  /** The records of all runs, oldest first. */
  List<RunRecord> runs() throws IOException {
    return new RunRecords(home).all();
  }

  @Override
  public void close() throws InterruptedException {
    reader.close();
  }
}
