package io.xephang.schemas.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.xephang.schemas.Label;
import io.xephang.schemas.Required;

/**
 * A predicate that every row of a table must satisfy.
 *
 * @param that SQL over the table's columns; a row fails if it is false
 * @param otherwise what a failing row means for the run
 * @param vi what holds, in Vietnamese
 * @param en what holds, in English
 */
public record Check(String name, String that, Severity otherwise, String vi, String en) {
  public Check {
    Required.identifier("name", name);
    Required.text("that", that);
    Required.present("otherwise", otherwise);
    Required.text("vi", vi);
    Required.text("en", en);
  }

  /** What holds, for people. */
  public String rule() {
    return new Label(vi, en).both();
  }

  /** What a failing check means. */
  public enum Severity {
    /** Nothing is published. */
    @JsonProperty("fail")
    FAIL,
    /** It is said, and published all the same. */
    @JsonProperty("warn")
    WARN
  }
}
