package io.xephang.warehouse.query;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import io.xephang.warehouse.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The comment at the beginning of a saved query's file. */
record QueryHeader(
    Label title,
    Label description,
    Map<String, Measure> measures,
    Set<String> exact,
    String askedBy,
    List<QueryParameter> parameters) {
  QueryHeader {
    Required.present("title", title);
    Required.present("description", description);
    Required.text("asked_by", askedBy);
    measures = measures == null ? Map.of() : Map.copyOf(measures);
    exact = exact == null ? Set.of() : Set.copyOf(exact);
    parameters = Required.orEmpty(parameters);
    Set<String> names = new HashSet<>();
    for (QueryParameter parameter : parameters) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException("parameter '" + parameter.name() + "' stands twice");
      }
    }
  }
}
