package io.xephang.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.xephang.schemas.Required;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an indicator is counted, in the SQL that Spark and DuckDB share.
 *
 * @param rows what is counted
 * @param numerator predicate over the columns of {@code rows}; a row counts if it is true
 * @param denominator likewise; the numerator counts only rows that the denominator counts
 */
public record Computation(Rows rows, String numerator, String denominator) {

  public Computation {
    Required.present("rows", rows);
    Required.text("numerator", numerator);
    Required.text("denominator", denominator);
  }

  /** What a computation can count. */
  public enum Rows {
    /** One row a root of the unit's catalog in force, own or rolled up: the table service. */
    @JsonProperty("catalog")
    CATALOG("catalog");

    private final String id;

    Rows(String id) {
      this.id = id;
    }

    /** As it stands in an indicator's file. */
    public String id() {
      return id;
    }

    public static Optional<Rows> parse(String written) {
      return Stream.of(values()).filter(rows -> rows.id.equals(written)).findFirst();
    }
  }
}
