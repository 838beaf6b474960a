package io.xephang.jobs.feed.rows;

import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.HeaderWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for the header below the titles that officials put above a table. It is the first line, or
 * pair of lines, that names every required column, among the first {@value #LINES} with any text.
 */
final class HeaderSearch {
  static final int LINES = 50;

  private static final int LONGEST_SHOWN = 60;
  private static final int SPELLINGS_SHOWN = 3;

  private final HeaderWords words;
  private int lines;
  private List<String> before = List.of();
  private Finding best;

  /**
   * The first line whose text is damaged: it may be the header, in letters that nobody can read.
   */
  private RawRow.Malformed damaged;

  HeaderSearch(HeaderWords words) {
    this.words = words;
  }

  /** What a line names of the feed's columns. */
  private record Finding(
      long position,
      List<FeedColumn> byPlace,
      Set<FeedColumn> seen,
      Optional<FeedColumn> twice,
      List<FeedColumn> missing,
      List<String> cells) {
    boolean isHeader() {
      return missing.isEmpty() && twice.isEmpty();
    }

    boolean isBetterThan(Finding other) {
      return other == null || seen.size() > other.seen.size();
    }
  }

  /** Whether there is no use in offering another line. */
  boolean isOver() {
    return lines >= LINES || (best != null && best.missing().isEmpty());
  }

  /** The header, if this line completes it. */
  Optional<TableHead> offer(long position, List<String> cells) {
    if (cells.stream().allMatch(CellText::isBlank)) {
      return Optional.empty();
    }
    lines++;
    if (damaged == null) {
      damaged =
          CellText.problem(cells).map(detail -> malformed(position, detail, cells)).orElse(null);
    }
    Finding alone = finding(position, cells);
    if (alone.isBetterThan(best)) {
      best = alone;
    }
    Finding both = alone.isHeader() ? alone : finding(position, below(before, cells));
    before = cells;
    return both.isHeader() ? Optional.of(new TableHead(words, both.byPlace())) : Optional.empty();
  }

  /** The lower line of a header counts where it says a column, else the upper one does. */
  private List<String> below(List<String> upper, List<String> lower) {
    if (columns(upper).isEmpty() || columns(lower).isEmpty()) {
      return lower;
    }
    List<String> both = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String low = i < lower.size() ? lower.get(i) : "";
      boolean says = words.columnOf(low).isPresent() || i >= upper.size();
      both.add(says ? low : upper.get(i));
    }
    return both;
  }

  private List<FeedColumn> columns(List<String> cells) {
    return cells.stream().flatMap(cell -> words.columnOf(cell).stream()).toList();
  }

  private Finding finding(long position, List<String> cells) {
    List<FeedColumn> byPlace = new ArrayList<>();
    Set<FeedColumn> seen = new HashSet<>();
    Optional<FeedColumn> twice = Optional.empty();
    for (String cell : cells) {
      FeedColumn column = words.columnOf(cell).orElse(null);
      if (column != null && !seen.add(column) && twice.isEmpty()) {
        twice = Optional.of(column);
      }
      byPlace.add(column);
    }
    List<FeedColumn> missing =
        words.required().stream().filter(column -> !seen.contains(column)).toList();
    return new Finding(position, byPlace, seen, twice, missing, cells);
  }

  /** How many columns the best line names. */
  int columnsFound() {
    return best == null ? 0 : best.seen().size();
  }

  /** The row that stands for a table without a header. */
  RawRow.Malformed problem() {
    if (best == null) {
      return new RawRow.Malformed(1, "the file is empty, expected a header and rows", "");
    }
    if (damaged != null && (best.seen().isEmpty() || damaged.position() == best.position())) {
      return damaged;
    }
    String detail =
        best.twice()
            .filter(column -> best.missing().isEmpty())
            .map(
                column ->
                    "found the column " + column.name() + " twice in the header, expected it once")
            .orElseGet(this::missing);
    return malformed(best.position(), detail, best.cells());
  }

  private static RawRow.Malformed malformed(long position, String detail, List<String> cells) {
    return new RawRow.Malformed(position, detail, Fingerprint.of(String.join(",", cells)));
  }

  private String missing() {
    String text = String.join(",", best.cells());
    return "found the columns "
        + best.seen().stream().map(FeedColumn::name).sorted().toList()
        + " in the header"
        + (best.seen().isEmpty() && words.mayBeQuoted()
            ? " '" + text.substring(0, Math.min(LONGEST_SHOWN, text.length())) + "'"
            : "")
        + ", expected "
        + best.missing().stream().map(HeaderSearch::asWritten).collect(Collectors.joining(", "))
        + " too";
  }

  /** A sender has no list of the spellings: the first ones are what officials mostly write. */
  private static String asWritten(FeedColumn column) {
    List<String> spellings = column.spellings().stream().limit(SPELLINGS_SHOWN).toList();
    return column.name() + (spellings.isEmpty() ? "" : " (" + String.join(" / ", spellings) + ")");
  }
}
