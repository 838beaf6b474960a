package io.xephang.jobs;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.jobs.landing.Corrections;
import io.xephang.schemas.Definitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A landing folder and a home in a temporary folder, and runs on them. Today is 2026-11-22. */
public final class Deployment {
  public static final Definitions DEFINITIONS = Definitions.shipped();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

  private final Path landing;
  private final DeploymentHome home;
  private final SparkSession spark;
  private int runs;

  public Deployment(Path folder) {
    this.landing = folder.resolve("landing");
    this.home = new DeploymentHome(folder.resolve("nhà dữ liệu 100%"));
    try {
      Files.createDirectories(landing);
      home.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.spark = SharedSpark.session(home);
  }

  /** Puts a file into the landing folder; a name ending in .gz is compressed. */
  public Deployment land(String name, String... lines) {
    try {
      Path file = landing.resolve(name);
      Files.createDirectories(file.getParent());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      Files.write(file, bytes.toByteArray());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file out of the landing folder. */
  public Deployment remove(String name) {
    try {
      Files.delete(landing.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path landing() {
    return landing;
  }

  public DeploymentHome home() {
    return home;
  }

  public RunSummary run() {
    return run(DEFINITIONS, Optional.empty());
  }

  public RunSummary runAsOf(LocalDate asOf) {
    return run(DEFINITIONS, Optional.of(asOf));
  }

  /** Takes statements back. */
  public RunSummary withdraw(String... files) {
    return correct(new Corrections(Set.of(files), Set.of(), false), Optional.empty());
  }

  /** Takes withdrawals back. */
  public RunSummary restore(String... files) {
    return correct(new Corrections(Set.of(), Set.of(files), false), Optional.empty());
  }

  /** Has the statements with rejected rows judged again. */
  public RunSummary retry() {
    return correct(new Corrections(Set.of(), Set.of(), true), Optional.of(landing));
  }

  private RunSummary correct(Corrections corrections, Optional<Path> where) {
    return run(
        DEFINITIONS,
        Milestones.UNHEARD,
        id -> new RunRequest(id, where, Optional.empty(), corrections, new TreeMap<>()));
  }

  /** Runs in spite of a check. */
  public RunSummary runAccepting(String check, String reason) {
    return run(
        DEFINITIONS,
        Milestones.UNHEARD,
        id ->
            new RunRequest(
                id,
                Optional.of(landing),
                Optional.empty(),
                Corrections.NONE,
                new TreeMap<>(Map.of(check, reason))));
  }

  /** Runs with definitions of the test's own. */
  public RunSummary run(Definitions definitions, Optional<LocalDate> asOf) {
    return run(definitions, asOf, Milestones.UNHEARD);
  }

  /** Runs with somebody who listens. */
  public RunSummary run(Milestones milestones) {
    return run(DEFINITIONS, Optional.empty(), milestones);
  }

  private RunSummary run(Definitions definitions, Optional<LocalDate> asOf, Milestones milestones) {
    return run(
        definitions,
        milestones,
        id -> new RunRequest(id, Optional.of(landing), asOf, Corrections.NONE, new TreeMap<>()));
  }

  private RunSummary run(
      Definitions definitions, Milestones milestones, Function<String, RunRequest> request) {
    runs++;
    // As in a run's own process: rows become Java objects by the settings of the thread's session.
    SparkSession.setActiveSession(spark);
    try {
      return new NightlyRun(
              home,
              definitions,
              () -> spark,
              CLOCK,
              new Progress(
                  new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                  CLOCK),
              milestones)
          .run(request.apply("run-" + runs));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      // A run has a process of its own: what it, interrupted or not, keeps in memory ends with it.
      spark.catalog().clearCache();
    }
  }

  /** Removes publications for good. */
  public RunSummary expire(Milestones milestones, Long... publications) {
    try {
      return new PublicationExpiry(home, DEFINITIONS, CLOCK, milestones)
          .expire(Set.of(publications));
    } catch (IOException | SQLException | LockTaken e) {
      throw new IllegalStateException(e);
    }
  }

  public Publication publication() {
    try {
      return new PublicationLog(home).latest().orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the last publication; 0 before the first. */
  public long publications() {
    try {
      return new PublicationLog(home).latest().map(Publication::id).orElse(0L);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Published rows of a table, as readers of the plain files see them: each row its columns joined
   * by a blank, sorted.
   *
   * @param condition SQL over the table's columns
   */
  public List<String> rows(String table, String condition, String... columns) {
    return rowsOf(publication(), table, condition, columns);
  }

  /** Likewise of a publication that is not the last. */
  public List<String> rowsOf(
      Publication publication, String table, String condition, String... columns) {
    List<String> rows = new ArrayList<>();
    for (Row row : published(publication, table, condition, columns)) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(String.valueOf(row.get(i)));
      }
      rows.add(String.join(" ", cells));
    }
    rows.sort(String::compareTo);
    return rows;
  }

  private List<Row> published(
      Publication publication, String table, String condition, String... columns) {
    Long snapshot = publication.tables().get(table).snapshotId();
    if (snapshot == null) {
      return List.of();
    }
    return spark
        .read()
        .option("versionAsOf", snapshot)
        .table("lake.xephang." + table)
        .where(condition)
        .selectExpr(columns)
        .collectAsList();
  }
}
