package io.xephang.warehouse.query;

import io.xephang.schemas.InvalidDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The saved queries that ship with the product. */
public final class SavedQueries {
  /** The files beside this class, in the order of the list: a topic after the other. */
  static final List<String> NAMES =
      List.of(
          "headline_of_letter",
          "below_target",
          "pace_to_target",
          "movers",
          "history",
          "left_out_agencies",
          "units_of_province",
          "with_and_without_ministry_services",
          "deployment_extremes",
          "eligible_not_level4",
          "not_eligible",
          "not_on_national_portal",
          "changed_services",
          "idle_level4",
          "arising_by_unit",
          "arising_by_level",
          "online_dossiers_by_year",
          "online_payment_by_unit",
          "punctuality_by_unit",
          "overdue_by_unit",
          "overdue_dossiers",
          "slow_procedures",
          "weeks_of_peak_month",
          "commendable_units",
          "late_deliverers",
          "rejected_by_sender",
          "printed_against_recomputed");

  private SavedQueries() {}

  /**
   * All of them.
   *
   * @throws InvalidDefinition if a file breaks a rule
   */
  public static List<SavedQuery> all() {
    return NAMES.stream().map(name -> SavedQuery.parse(name + ".sql", text(name))).toList();
  }

  /**
   * One of them.
   *
   * @throws InvalidDefinition if its file breaks a rule
   */
  public static Optional<SavedQuery> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(SavedQuery.parse(name + ".sql", text(name)))
        : Optional.empty();
  }

  /** The names there are. */
  public static List<String> names() {
    return NAMES;
  }

  private static String text(String name) {
    try (InputStream file = SavedQueries.class.getResourceAsStream(name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException(name + ".sql is missing from the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
