package io.xephang.jobs.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The copies that a run takes of new files. Senders write to the landing folder whenever they like;
 * what is hashed and what is read must be the same bytes, so both are those of the copy. A file
 * that cannot be copied, or that changes meanwhile, is left alone and the run goes on without it.
 *
 * <p>Used by one thread. The copies are gone when it is closed, and those of a run that was killed
 * when the next one opens.
 */
public final class Intake implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Optional<Path> landing;

  /** Where files lie in the landing folder, by file. */
  private final Map<String, Path> originals = new HashMap<>();

  /** Contents of the files that were copied, by file. */
  private final Map<String, String> taken = new ConcurrentHashMap<>();

  private final SortedMap<String, WhyLeftAlone> refused = new TreeMap<>(CodePointOrder.COMPARATOR);

  /**
   * Makes an empty folder for copies.
   *
   * @param folder the intake's own; whatever it holds is deleted
   * @param landing files outside of it are not read; empty if none will be
   * @throws IOException if the folder cannot be made
   */
  public Intake(Path folder, Optional<Path> landing) throws IOException {
    this.folder = folder;
    this.landing = landing.isPresent() ? Optional.of(landing.get().toRealPath()) : landing;
    clear();
    Files.createDirectories(folder);
  }

  /**
   * Plans the run, and takes a copy of every file that it will read.
   *
   * @throws IOException if a copy cannot be written
   * @throws Corrections.Refused if a correction does not fit the ledger
   */
  public IngestPlan plan(
      List<LedgerLine> ledger,
      Corrections corrections,
      List<LandedFile> landed,
      String runId,
      LocalDateTime now)
      throws IOException {
    List<LandedFile> files = new ArrayList<>();
    for (LandedFile file : landed) {
      originals.put(file.file(), Path.of(file.path()));
      files.add(file.readFrom(folder.resolve(String.valueOf(files.size())).toString()));
    }
    takeChanged(ledger, files);
    while (true) {
      try {
        IngestPlan plan =
            IngestPlan.of(
                ledger,
                corrections,
                files.stream().filter(file -> !refused.containsKey(file.file())).toList(),
                this::digest,
                runId,
                now);
        Map<String, String> planned =
            plan.ledger().stream()
                .collect(
                    Collectors.toMap(
                        LedgerLine::statementId, LedgerLine::contentSha256, (one, other) -> other));
        for (Statement statement : plan.toRead()) {
          // The ledger's word was taken for files that looked the same from outside.
          if (!digest(statement.landed()).equals(planned.get(statement.statementId()))) {
            throw new Unreadable(statement.landed(), WhyLeftAlone.CHANGED_AT_THE_SAME_TIME);
          }
        }
        return plan;
      } catch (Unreadable e) {
        refused.put(e.file.file(), e.reason);
      }
    }
  }

  /** Files that this run goes without, each with the reason. */
  public List<String> leftAlone() {
    return refused.entrySet().stream()
        .map(file -> WhyLeftAlone.notInThisRun(file.getValue()).of(file.getKey()))
        .toList();
  }

  /** Copies several files at a time: most of what is new will be read, whatever it says. */
  private void takeChanged(List<LedgerLine> ledger, List<LandedFile> files) throws IOException {
    Map<String, LedgerLine> known = new HashMap<>();
    ledger.forEach(line -> known.put(line.file(), line));
    ExecutorService copiers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Void>> copies = new ArrayList<>();
      for (LandedFile file : files) {
        LedgerLine line = known.get(file.file());
        if (line == null || !line.looksLike(file)) {
          copies.add(copiers.submit(() -> take(file)));
        }
      }
      for (Future<Void> copy : copies) {
        copy.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      copiers.shutdownNow();
    }
  }

  private Void take(LandedFile file) throws IOException {
    try {
      digest(file);
    } catch (Unreadable e) {
      // Once more when it is its turn, and then it is said.
    }
    return null;
  }

  private String digest(LandedFile file) throws IOException {
    String known = taken.get(file.file());
    if (known != null) {
      return known;
    }
    String copied = copy(file);
    String content = file.isGzipped() ? ContentDigest.of(file) : copied;
    taken.put(file.file(), content);
    return content;
  }

  /** Copies a file, and answers the hash of its bytes. */
  private String copy(LandedFile file) throws IOException {
    Path original = realFile(file);
    DigestOutputStream out = ContentDigest.over(Files.newOutputStream(Path.of(file.path())));
    try (out) {
      InputStream in = opened(file, original);
      try (in) {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(file, in, buffer); read >= 0; read = read(file, in, buffer)) {
          out.write(buffer, 0, read);
        }
      }
    }
    requireUnchanged(file, original);
    return ContentDigest.of(out);
  }

  /** The file without links, once more inside of the landing folder and regular. */
  private Path realFile(LandedFile file) throws Unreadable {
    try {
      Path real = originals.get(file.file()).toRealPath();
      if (!real.startsWith(landing.orElseThrow())
          || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw new Unreadable(file, WhyLeftAlone.NO_FILE_ANY_MORE);
      }
      return real;
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  private static InputStream opened(LandedFile file, Path original) throws Unreadable {
    try {
      return Files.newInputStream(original, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  private static int read(LandedFile file, InputStream in, byte[] buffer) throws Unreadable {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  private static void requireUnchanged(LandedFile file, Path original) throws IOException {
    BasicFileAttributes after;
    try {
      after = Files.readAttributes(original, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
    if (after.size() != file.bytes()
        || after.lastModifiedTime().toMillis() != file.modified()
        || Files.size(Path.of(file.path())) != file.bytes()) {
      throw new Unreadable(file, WhyLeftAlone.CHANGED_MEANWHILE);
    }
  }

  @Override
  public void close() {
    try {
      clear();
    } catch (IOException e) {
      LoggerFactory.getLogger(Intake.class).warn("{} is left for the next run to clear", folder, e);
    }
  }

  private void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file that the run has to go without. */
  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient LandedFile file;
    private final transient WhyLeftAlone reason;

    Unreadable(LandedFile file, WhyLeftAlone reason) {
      super(reason.reason().en());
      this.file = file;
      this.reason = reason;
    }

    Unreadable(LandedFile file, IOException cause) {
      super(cause);
      this.file = file;
      String said =
          Optional.ofNullable(cause.getMessage())
              .filter(message -> cause.getClass() == IOException.class)
              .orElse(cause.getClass().getSimpleName());
      this.reason = WhyLeftAlone.said(said);
    }
  }
}
