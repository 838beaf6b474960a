package io.xephang.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.xephang.schemas.Required;
import java.util.Locale;
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

  /** What a computation can count. Dossiers are counted ones: status neither 1 nor 3. */
  public enum Rows {
    /** One row a root of the unit's catalog in force, own or rolled up: the table service. */
    @JsonProperty("catalog")
    CATALOG,
    /**
     * One row a root of the unit's catalog in force on the period's last day, with the numbers of
     * its dossiers received in the period: {@code dossiers}, {@code online_dossiers}.
     */
    @JsonProperty("services_of_period")
    SERVICES_OF_PERIOD,
    /** Dossiers received in the period. */
    @JsonProperty("dossiers_received")
    DOSSIERS_RECEIVED,
    /** Dossiers finished in the period. */
    @JsonProperty("dossiers_finished")
    DOSSIERS_FINISHED,
    /**
     * Dossiers received by the period's end and not finished before its start. The numerator counts
     * those that are finished in the period.
     */
    @JsonProperty("dossiers_to_finish")
    DOSSIERS_TO_FINISH,
    /**
     * Dossiers received by the period's end and not finished by then. The numerator counts those
     * that were due by then.
     */
    @JsonProperty("dossiers_open")
    DOSSIERS_OPEN;

    /** As it stands in an indicator's file. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rows> parse(String written) {
      return Stream.of(values()).filter(rows -> rows.id().equals(written)).findFirst();
    }

    /** Whether rows of the table dossier are counted. */
    public boolean areDossiers() {
      return this != CATALOG && this != SERVICES_OF_PERIOD;
    }
  }
}
