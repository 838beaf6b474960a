package io.xephang.jobs.landing;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run has to read, and how the ledger reads afterwards. A pure function of the ledger and of
 * what has landed, by the rules of the contract, section 1.
 *
 * @param toRead statements with new content
 * @param ceased statements whose rows counted before and no longer do
 * @param revived statements whose rows count again without being read again
 * @param ledger all lines after the run; those of {@code toRead} still without counts
 * @param missing files that would have to be read and are gone from the landing folder, each with
 *     the reason
 */
public record IngestPlan(
    List<Statement> toRead,
    List<LedgerLine> ceased,
    List<LedgerLine> revived,
    List<LedgerLine> ledger,
    List<String> missing) {

  public IngestPlan {
    toRead = List.copyOf(toRead);
    ceased = List.copyOf(ceased);
    revived = List.copyOf(revived);
    ledger = List.copyOf(ledger);
    missing = List.copyOf(missing);
  }

  public boolean isEmpty() {
    return toRead.isEmpty() && ceased.isEmpty() && revived.isEmpty();
  }

  /** Lines of a feed whose rows count now and did not before, or the other way round. */
  public List<LedgerLine> changed(String feed) {
    Set<String> read =
        toRead.stream().map(Statement::statementId).collect(Collectors.toUnmodifiableSet());
    return Stream.of(
            ledger.stream().filter(line -> read.contains(line.statementId())),
            ceased.stream(),
            revived.stream())
        .flatMap(lines -> lines)
        .filter(line -> line.feed().equals(feed))
        .toList();
  }

  /** How to tell the content of a file; it is asked only where the outside does not settle it. */
  @FunctionalInterface
  public interface Digester {
    String digest(LandedFile file) throws IOException;
  }

  /**
   * Compares what has landed with the ledger.
   *
   * @param ledger all lines so far, oldest first
   * @throws IOException if a file cannot be read
   * @throws Corrections.Refused if a correction does not fit the ledger
   */
  public static IngestPlan of(
      List<LedgerLine> ledger,
      Corrections corrections,
      List<LandedFile> landed,
      Digester digester,
      String runId,
      LocalDateTime now)
      throws IOException {
    Planner planner = new Planner(ledger, runId, now);
    planner.correct(corrections);
    return planner.plan(landed, digester, corrections.retry());
  }

  private static final class Planner {
    private final List<LedgerLine> lines;
    private final String runId;
    private final LocalDateTime now;

    /** The line that speaks of a file as it stands, by file. */
    private final Map<String, Integer> current = new HashMap<>();

    private final List<Statement> toRead = new ArrayList<>();
    private final List<LedgerLine> ceased = new ArrayList<>();
    private final List<LedgerLine> revived = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    Planner(List<LedgerLine> ledger, String runId, LocalDateTime now) {
      this.lines = new ArrayList<>(ledger);
      this.runId = runId;
      this.now = now;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).status() != StatementStatus.REPLACED) {
          current.put(lines.get(i).file(), i);
        }
      }
    }

    void correct(Corrections corrections) {
      for (String file : inNameOrder(corrections.withdrawn())) {
        withdraw(file);
      }
      for (String file : inNameOrder(corrections.restored())) {
        restore(file);
      }
    }

    private static List<String> inNameOrder(Set<String> files) {
      return files.stream().sorted(CodePointOrder.COMPARATOR).toList();
    }

    private void withdraw(String file) {
      int line = known(file);
      switch (lines.get(line).status()) {
        case INGESTED -> cease(line, lines.get(line).withdrawn());
        case DUPLICATE_FILE ->
            throw new Corrections.Refused(
                file
                    + " says the same as "
                    + standingFor(lines.get(line))
                    + ", under which it counts; withdraw that one");
        case WITHDRAWN, REPLACED -> {
          // Taken back already: once more changes nothing.
        }
      }
    }

    private void restore(String file) {
      int line = known(file);
      if (lines.get(line).status() == StatementStatus.WITHDRAWN) {
        lines.set(line, lines.get(line).inForceAgain());
        revived.add(lines.get(line));
      } else {
        throw new Corrections.Refused(
            file + " is " + lines.get(line).status().id() + ", expected a withdrawn statement");
      }
    }

    private int known(String file) {
      Integer line = current.get(file);
      if (line == null) {
        throw new Corrections.Refused(
            "no statement is known as "
                + file
                + "; expected a name as in the view ingest_file, such as"
                + " catalogs/2020-08-20/h47.csv");
      }
      return line;
    }

    /** The file under which the content of a duplicate counts. */
    private String standingFor(LedgerLine duplicate) {
      return current.values().stream()
          .map(lines::get)
          .filter(line -> Content.of(line).equals(Content.of(duplicate)))
          .filter(line -> line.status() != StatementStatus.DUPLICATE_FILE)
          .map(LedgerLine::file)
          .findFirst()
          .orElse("another file");
    }

    IngestPlan plan(List<LandedFile> landed, Digester digester, boolean retry) throws IOException {
      Map<String, LandedFile> landedByFile = new HashMap<>();
      Map<String, String> contents = new HashMap<>();
      current.forEach((file, line) -> contents.put(file, lines.get(line).contentSha256()));
      for (LandedFile file : landed) {
        landedByFile.put(file.file(), file);
        Integer line = current.get(file.file());
        if (line == null || !lines.get(line).looksLike(file)) {
          contents.put(file.file(), digester.digest(file));
        }
      }
      for (LandedFile file : landed) {
        replaceIfContentChanged(file, contents.get(file.file()));
      }
      if (retry) {
        judgeAgain(landedByFile);
      }
      for (List<String> sameContent : byContent(landedByFile, contents)) {
        settle(sameContent, landedByFile, contents);
      }
      toRead.sort(
          Comparator.comparing(statement -> statement.landed().file(), CodePointOrder.COMPARATOR));
      return new IngestPlan(toRead, ceased, revived, lines, missing);
    }

    /** Makes room for a new statement of the same content for each that had rejected rows. */
    private void judgeAgain(Map<String, LandedFile> landedByFile) {
      for (String file : inNameOrder(Set.copyOf(current.keySet()))) {
        int line = current.get(file);
        if (!lines.get(line).hasRejectedRows()) {
          continue;
        }
        if (landedByFile.containsKey(file)) {
          cease(line, lines.get(line).replaced());
          current.remove(file);
        } else {
          missing.add(WhyLeftAlone.REJECTED_AND_GONE.of(file));
        }
      }
    }

    private void replaceIfContentChanged(LandedFile file, String content) {
      Integer line = current.get(file.file());
      if (line != null && !lines.get(line).contentSha256().equals(content)) {
        if (lines.get(line).status() != StatementStatus.WITHDRAWN) {
          cease(line, lines.get(line).replaced());
        }
        current.remove(file.file());
      }
    }

    /** Files of one feed and date with the same content, smallest name first. */
    private List<List<String>> byContent(
        Map<String, LandedFile> landedByFile, Map<String, String> contents) {
      Map<Content, List<String>> groups = new HashMap<>();
      Map<String, String> inNameOrder = new TreeMap<>(CodePointOrder.COMPARATOR);
      inNameOrder.putAll(contents);
      inNameOrder.forEach(
          (file, content) -> {
            LandedFile onDisk = landedByFile.get(file);
            Content key =
                onDisk == null
                    ? Content.of(lines.get(current.get(file)))
                    : new Content(onDisk.feed(), onDisk.date(), content);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
          });
      return groups.values().stream()
          .sorted(Comparator.comparing(group -> group.get(0), CodePointOrder.COMPARATOR))
          .toList();
    }

    private void settle(
        List<String> sameContent,
        Map<String, LandedFile> landedByFile,
        Map<String, String> contents) {
      Optional<String> counting =
          sameContent.stream().anyMatch(file -> is(file, StatementStatus.WITHDRAWN))
              ? Optional.empty()
              : counting(sameContent, landedByFile);
      for (String file : sameContent) {
        LandedFile onDisk = landedByFile.get(file);
        Integer line = current.get(file);
        boolean counts = counting.isPresent() && counting.get().equals(file);
        StatementStatus status = counts ? StatementStatus.INGESTED : StatementStatus.DUPLICATE_FILE;
        if (line == null) {
          LedgerLine added = LedgerLine.of(onDisk, contents.get(file), status, runId, now);
          lines.add(added);
          if (counts) {
            toRead.add(new Statement(added.statementId(), onDisk));
          }
        } else if (!counts && lines.get(line).isInForce()) {
          cease(line, lines.get(line).withoutRows());
        } else if (counts && !lines.get(line).isInForce()) {
          // The smaller name that stood for this content has other content now.
          LedgerLine added = LedgerLine.of(onDisk, contents.get(file), status, runId, now);
          lines.set(line, added);
          toRead.add(new Statement(added.statementId(), onDisk));
        } else if (onDisk != null) {
          // With the next publication; until then the content is compared again.
          lines.set(line, lines.get(line).seenAs(onDisk));
        }
      }
    }

    /** The file that stands for some content: the smallest name of those whose rows can be had. */
    private Optional<String> counting(
        List<String> sameContent, Map<String, LandedFile> landedByFile) {
      Optional<String> counting =
          sameContent.stream()
              .filter(file -> landedByFile.containsKey(file) || is(file, StatementStatus.INGESTED))
              .findFirst();
      if (counting.isEmpty()) {
        missing.add(WhyLeftAlone.STAND_IN_CHANGED.of(sameContent.get(0)));
      }
      return counting;
    }

    private boolean is(String file, StatementStatus status) {
      Integer line = current.get(file);
      return line != null && lines.get(line).status() == status;
    }

    /** What is one statement, whatever its files are called. */
    private record Content(String feed, LocalDate date, String sha256) {
      static Content of(LedgerLine line) {
        return new Content(line.feed(), line.statementDate(), line.contentSha256());
      }
    }

    private void cease(int line, LedgerLine after) {
      if (lines.get(line).isInForce()) {
        ceased.add(lines.get(line));
      }
      lines.set(line, after);
    }
  }

  /** The newest statement date whose rows count, if any statement is dated. */
  public Optional<LocalDate> newestDate() {
    return ledger.stream()
        .filter(LedgerLine::isInForce)
        .map(LedgerLine::statementDate)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
