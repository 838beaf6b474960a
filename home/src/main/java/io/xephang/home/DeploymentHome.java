package io.xephang.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder {@code XEPHANG_HOME}, which holds everything that a deployment writes, and what its
 * users set for it.
 *
 * <pre>
 * run.lock, job.lock   who is writing
 * catalog/             the catalog's database: Iceberg's pointers and the publications
 * intake/              copies of the files that a run is reading; only while it runs
 * lake/                tables of Parquet files
 * publications/        a copy of every publication's row, and their labels
 * serving/             served databases; CURRENT names the one that is read
 * runs/                a record and a log for each run
 * scheduler/           runs of dags, logs of their tasks, and how commands find the scheduler
 * dags/                dags that users have made their own; nothing writes here
 * reports/             templates of documents that users have made their own; nothing writes here
 * notebooks/           notebooks, to be changed by users, and what they need
 * </pre>
 *
 * @param folder absolute
 */
public record DeploymentHome(Path folder) {
  public static final String VARIABLE = "XEPHANG_HOME";
  private static final String CATALOG = "xephang";

  public DeploymentHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The folder that the environment names, else {@code ./var}. */
  public static DeploymentHome fromEnvironment() {
    String named = System.getenv(VARIABLE);
    return new DeploymentHome(Path.of(named == null || named.isBlank() ? "var" : named));
  }

  /** Held by the command that conducts a run. */
  public Path runLock() {
    return folder.resolve("run.lock");
  }

  /** Held by the process that writes the lake: it may outlive the command that started it. */
  public Path jobLock() {
    return folder.resolve("job.lock");
  }

  /** Copies of landed files, for the process that holds the job lock. */
  public Path intake() {
    return folder.resolve("intake");
  }

  private Path catalog() {
    return folder.resolve("catalog");
  }

  public Path lake() {
    return folder.resolve("lake");
  }

  public Path serving() {
    return folder.resolve("serving");
  }

  public Path publications() {
    return folder.resolve("publications");
  }

  public Path runs() {
    return folder.resolve("runs");
  }

  /** What the scheduler of dags writes. */
  public Path scheduler() {
    return folder.resolve("scheduler");
  }

  /** Where users put dags of their own, which then take the place of those that are shipped. */
  public Path dags() {
    return folder.resolve("dags");
  }

  /** Where users put templates of documents. */
  public Path reports() {
    return folder.resolve("reports");
  }

  /** Where notebooks are opened. */
  public Path notebooks() {
    return folder.resolve("notebooks");
  }

  public Path runLog(String runId) {
    return runs().resolve(runId + ".log");
  }

  /** JDBC address of the catalog's database; one process at a time can open it. */
  public String catalogUrl() {
    return catalogUrl(CATALOG);
  }

  String catalogUrl(String name) {
    // Iceberg looks its tables up in lower case; without this its second start fails.
    return "jdbc:h2:file:"
        + catalog().resolve(name)
        + ";DATABASE_TO_LOWER=TRUE"
        // Closing would move rows within the file for a while; a process that is killed then may
        // take the newest rows with it. The file is small: it may have gaps.
        + ";MAX_COMPACT_TIME=0";
  }

  public boolean hasCatalog() {
    return Files.exists(catalogFile());
  }

  Path catalogFile() {
    return catalogFile(CATALOG);
  }

  Path catalogFile(String name) {
    return catalog().resolve(name + ".mv.db");
  }

  /**
   * Whether a file is one that only the product writes: nothing that users ask for may replace it.
   *
   * @param file one that is there, or not yet
   * @throws IOException if links cannot be followed to where they lead
   */
  public boolean keeps(Path file) throws IOException {
    Path real = real(file);
    for (Path own :
        List.of(
            runLock(),
            jobLock(),
            catalog(),
            intake(),
            lake(),
            serving(),
            publications(),
            runs(),
            scheduler())) {
      if (real.startsWith(real(own))) {
        return true;
      }
    }
    return false;
  }

  /** Where a path leads by its links, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path existing = absolute;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
  }

  /**
   * Makes the folders.
   *
   * @throws IOException if the folder cannot be written
   */
  public void create() throws IOException {
    for (Path path : new Path[] {catalog(), lake(), serving(), runs()}) {
      Files.createDirectories(path);
    }
  }
}
