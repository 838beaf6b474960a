package io.xephang.schemas.feed;

import io.xephang.schemas.unit.UnitName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the cells of a header may say, in either language; spelling is matched as unit names are.
 */
public final class HeaderWords {
  private static final int LONGEST = 300;

  /** Notes that officials add: {@code Mức độ (3, 4)}, {@code Tên TTHC *}, {@code Ghi chú:}. */
  private static final Pattern NOTE = Pattern.compile("\\([^()]*\\)|[*:.]+\\s*$");

  private final FeedHeader header;
  private final Map<UnitName, FeedColumn> bySpelling;

  HeaderWords(FeedHeader header) {
    this.header = header;
    this.bySpelling = header.columnsBySpelling();
  }

  /** The column that a header cell means, with or without its notes. */
  public Optional<FeedColumn> columnOf(String cell) {
    if (cell.length() > LONGEST || UnitName.spaced(cell).isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(bySpelling.get(UnitName.of(cell)))
        .or(
            () ->
                Optional.ofNullable(
                    bySpelling.get(UnitName.of(NOTE.matcher(cell).replaceAll(" ")))));
  }

  /** The columns that every header names. */
  public List<FeedColumn> required() {
    return header.columns().stream().filter(FeedColumn::required).toList();
  }

  /** Whether an unknown line may be shown: a line of messages may hold personal data. */
  public boolean mayBeQuoted() {
    return header.message().isEmpty();
  }
}
