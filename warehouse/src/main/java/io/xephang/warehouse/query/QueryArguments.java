package io.xephang.warehouse.query;

import io.xephang.warehouse.Select;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.Units.NamedUnit;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes what people write for the parameters of a saved query the values that are bound. */
public final class QueryArguments {
  private final Warehouse warehouse;

  /** Units, indicators and the as-of date are those of this warehouse. */
  public QueryArguments(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The SELECT that is meant.
   *
   * @param given what is written, by name
   * @throws ParameterRefused if one is unknown, missing, or not of its type
   */
  public Select of(SavedQuery query, Map<String, String> given)
      throws ParameterRefused, SQLException {
    List<String> names = query.parameters().stream().map(QueryParameter::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw new ParameterRefused(
            "--param "
                + name
                + ": truy vấn "
                + query.name()
                + " không có tham số này / the query has no such parameter; "
                + (names.isEmpty() ? "không có tham số / it has none" : String.join(", ", names)));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (QueryParameter parameter : query.parameters()) {
      String written = given.get(parameter.name());
      if (written == null) {
        written = parameter.defaultValue().orElse(null);
      }
      if (written == null && !parameter.optional()) {
        throw new ParameterRefused(
            "--param "
                + parameter.name()
                + "=…: thiếu / missing: "
                + parameter.vi()
                + " / "
                + parameter.en()
                + "; cần / expected: "
                + parameter.expected());
      }
      values.put(parameter.name(), written == null ? null : value(parameter, written));
    }
    return new Select(query.sql(), values);
  }

  private Object value(QueryParameter parameter, String written)
      throws ParameterRefused, SQLException {
    return switch (parameter.type()) {
      case DATE -> date(parameter, written);
      case COUNT -> {
        if (!written.matches("\\d{1,9}")) {
          throw refused(parameter, written, "");
        }
        yield Integer.valueOf(written);
      }
      case INDICATOR -> {
        List<String> known =
            warehouse.rankings().indicators().stream().map(ServedIndicator::id).toList();
        if (!known.contains(written)) {
          throw refused(parameter, written, ": " + String.join(", ", known));
        }
        yield written;
      }
      case UNIT -> unit(parameter, written);
      case CHOICE -> {
        if (!parameter.choices().contains(written)) {
          throw refused(parameter, written, "");
        }
        yield written;
      }
      case TEXT -> written;
    };
  }

  private LocalDate date(QueryParameter parameter, String written)
      throws ParameterRefused, SQLException {
    if (written.equals(QueryParameter.PUBLICATION)) {
      return warehouse.rankings().publication().asOf();
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw refused(parameter, written, "");
    }
  }

  private String unit(QueryParameter parameter, String written)
      throws ParameterRefused, SQLException {
    List<NamedUnit> meant = warehouse.units().meant(written);
    if (meant.size() == 1) {
      return meant.get(0).code();
    }
    throw refused(
        parameter,
        written,
        meant.isEmpty()
            ? "; gần giống / like it: " + list(warehouse.units().similar(written))
            : "; nhiều đơn vị cùng tên / several of this name: " + list(meant));
  }

  private static String list(List<NamedUnit> units) {
    return units.stream()
        .map(unit -> unit.code() + " " + unit.name())
        .collect(Collectors.joining("; "));
  }

  private static ParameterRefused refused(QueryParameter parameter, String written, String more) {
    return new ParameterRefused(
        "--param "
            + parameter.name()
            + "="
            + written
            + ": cần / expected "
            + parameter.expected()
            + more);
  }
}
