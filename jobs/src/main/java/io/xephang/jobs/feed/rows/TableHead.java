package io.xephang.jobs.feed.rows;

import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.HeaderWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header of a table: which column of the feed stands at which place. Officials let the header
 * run over two lines, and number the columns on a line below: {@code (1) (2) (3)}, {@code A B 1 2}.
 */
final class TableHead {
  private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?(\\d{1,2}|[A-Z])\\)?");
  private static final int LINES_BELOW = 2;

  private final HeaderWords words;
  private List<FeedColumn> byPlace;
  private int linesBelow;

  /** The columns by place; null where the header says none of the feed's columns. */
  TableHead(HeaderWords words, List<FeedColumn> byPlace) {
    this.words = words;
    this.byPlace = new ArrayList<>(byPlace);
  }

  int width() {
    return byPlace.size();
  }

  Optional<FeedColumn> column(int place) {
    return place < byPlace.size() ? Optional.ofNullable(byPlace.get(place)) : Optional.empty();
  }

  /** Whether a line below still belongs to the header; asked of every line in turn. */
  boolean takes(List<String> cells) {
    if (linesBelow >= LINES_BELOW) {
      return false;
    }
    linesBelow++;
    if (numbersColumns(cells)) {
      linesBelow = LINES_BELOW;
      return true;
    }
    if (linesBelow == 1 && namesMoreColumns(cells)) {
      return true;
    }
    linesBelow = LINES_BELOW;
    return false;
  }

  /** At least two cells, which count on from 1, or first by letters from A. */
  private static boolean numbersColumns(List<String> cells) {
    char letter = 'A';
    int number = 0;
    int found = 0;
    for (String cell : cells) {
      var matcher = COLUMN_NUMBER.matcher(CellText.clean(cell));
      if (CellText.isBlank(cell)) {
        continue;
      }
      if (!matcher.matches()) {
        return false;
      }
      String sign = matcher.group(1);
      if (Character.isLetter(sign.charAt(0))) {
        if (sign.charAt(0) != letter++) {
          return false;
        }
      } else if (Integer.parseInt(sign) != ++number) {
        return false;
      }
      found++;
    }
    return found > 1;
  }

  /** A second line of a header says nothing below the columns that every row must have. */
  private boolean namesMoreColumns(List<String> cells) {
    List<FeedColumn> both = new ArrayList<>(byPlace);
    Set<FeedColumn> seen = new HashSet<>();
    boolean more = false;
    for (int i = 0; i < cells.size(); i++) {
      if (CellText.isBlank(cells.get(i))) {
        continue;
      }
      FeedColumn upper = i < both.size() ? both.get(i) : null;
      FeedColumn lower = words.columnOf(cells.get(i)).orElse(null);
      if (upper != null && upper.required()) {
        return false;
      }
      if (lower != null) {
        while (both.size() <= i) {
          both.add(null);
        }
        both.set(i, lower);
        more = true;
      }
    }
    if (!more || !both.stream().filter(Objects::nonNull).allMatch(seen::add)) {
      return false;
    }
    byPlace = both;
    return true;
  }
}
