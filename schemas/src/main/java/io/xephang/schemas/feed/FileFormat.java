package io.xephang.schemas.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a feed file is written; its ending says which, in letters of either case. */
public enum FileFormat {
  @JsonProperty("csv")
  CSV,
  @JsonProperty("xlsx")
  XLSX,
  @JsonProperty("json")
  JSON,
  /** A JSON text on each line. */
  @JsonProperty("ndjson")
  NDJSON;

  private String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name, which is without {@code .gz}. */
  public static Optional<FileFormat> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (FileFormat format : values()) {
      if (lower.endsWith(format.ending())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** What names are expected, for messages. */
  public static String expected(Collection<FileFormat> formats) {
    return "a file named " + names(formats, " or ") + ", or one of these with .gz";
  }

  /** The same for Vietnamese messages. */
  public static String expectedInVietnamese(Collection<FileFormat> formats) {
    return "tệp có tên dạng " + names(formats, " hoặc ") + ", có thể thêm .gz";
  }

  private static String names(Collection<FileFormat> formats, String or) {
    List<String> names =
        formats.stream().map(format -> "*" + format.ending()).collect(Collectors.toList());
    String last = names.remove(names.size() - 1);
    return (names.isEmpty() ? "" : String.join(", ", names) + or) + last;
  }
}
