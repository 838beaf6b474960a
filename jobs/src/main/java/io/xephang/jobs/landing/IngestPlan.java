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
import java.util.TreeMap;

/**
 * What a run has to read, and how the ledger reads afterwards. A pure function of the ledger and of
 * what has landed, by the rules of the contract, section 1.
 *
 * @param toRead statements with new content
 * @param ceased statements whose rows counted before and no longer do
 * @param ledger all lines after the run; those of {@code toRead} still without counts
 * @param lost files that were duplicates of a file which has other content now, and are gone from
 *     the landing folder, so that they would have to be delivered again to count
 */
public record IngestPlan(
    List<Statement> toRead, List<LedgerLine> ceased, List<LedgerLine> ledger, List<String> lost) {

  public IngestPlan {
    toRead = List.copyOf(toRead);
    ceased = List.copyOf(ceased);
    ledger = List.copyOf(ledger);
    lost = List.copyOf(lost);
  }

  public boolean isEmpty() {
    return toRead.isEmpty() && ceased.isEmpty();
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
   */
  public static IngestPlan of(
      List<LedgerLine> ledger,
      List<LandedFile> landed,
      Digester digester,
      String runId,
      LocalDateTime now)
      throws IOException {
    return new Planner(ledger, runId, now).plan(landed, digester);
  }

  private static final class Planner {
    private final List<LedgerLine> lines;
    private final String runId;
    private final LocalDateTime now;

    /** The line that speaks of a file as it stands, by file. */
    private final Map<String, Integer> current = new HashMap<>();

    private final List<Statement> toRead = new ArrayList<>();
    private final List<LedgerLine> ceased = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

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

    IngestPlan plan(List<LandedFile> landed, Digester digester) throws IOException {
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
      for (List<String> sameContent : byContent(landedByFile, contents)) {
        settle(sameContent, landedByFile, contents);
      }
      toRead.sort(
          Comparator.comparing(statement -> statement.landed().file(), CodePointOrder.COMPARATOR));
      return new IngestPlan(toRead, ceased, lines, lost);
    }

    private void replaceIfContentChanged(LandedFile file, String content) {
      Integer line = current.get(file.file());
      if (line != null && !lines.get(line).contentSha256().equals(content)) {
        cease(line, lines.get(line).replaced());
        current.remove(file.file());
      }
    }

    /** Files of one feed and date with the same content, smallest name first. */
    private List<List<String>> byContent(
        Map<String, LandedFile> landedByFile, Map<String, String> contents) {
      record Key(String feed, LocalDate date, String content) {}
      Map<Key, List<String>> groups = new HashMap<>();
      Map<String, String> inNameOrder = new TreeMap<>(CodePointOrder.COMPARATOR);
      inNameOrder.putAll(contents);
      inNameOrder.forEach(
          (file, content) -> {
            LandedFile onDisk = landedByFile.get(file);
            LedgerLine known = onDisk == null ? lines.get(current.get(file)) : null;
            Key key =
                onDisk == null
                    ? new Key(known.feed(), known.statementDate(), content)
                    : new Key(onDisk.feed(), onDisk.date(), content);
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
      String smallest = sameContent.get(0);
      for (String file : sameContent) {
        LandedFile onDisk = landedByFile.get(file);
        Integer line = current.get(file);
        boolean counts = file.equals(smallest);
        StatementStatus status = counts ? StatementStatus.INGESTED : StatementStatus.DUPLICATE_FILE;
        if (line == null) {
          LedgerLine added = LedgerLine.of(onDisk, contents.get(file), status, runId, now);
          lines.add(added);
          if (counts) {
            toRead.add(new Statement(added.statementId(), onDisk));
          }
        } else if (!counts && lines.get(line).isInForce()) {
          cease(line, lines.get(line).withoutRows());
        } else if (counts && !lines.get(line).isInForce() && onDisk != null) {
          // The smaller name that stood for this content has other content now.
          LedgerLine added = LedgerLine.of(onDisk, contents.get(file), status, runId, now);
          lines.set(line, added);
          toRead.add(new Statement(added.statementId(), onDisk));
        } else if (counts && !lines.get(line).isInForce()) {
          lost.add(file);
        } else if (onDisk != null) {
          // With the next publication; until then the content is compared again.
          lines.set(line, lines.get(line).seenAs(onDisk));
        }
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
