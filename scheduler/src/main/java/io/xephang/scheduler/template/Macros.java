package io.xephang.scheduler.template;

import io.xephang.scheduler.template.Expression.Attributes;
import io.xephang.scheduler.template.Expression.Function;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Airflow's macros for dates, of which these are supported. */
final class Macros {
  private static final String DAY = "%Y-%m-%d";

  static final Attributes ALL =
      new Attributes(
          "macros",
          Map.of("ds_add", (Function) Macros::add, "ds_format", (Function) Macros::format));

  private Macros() {}

  private static String add(Arguments given) throws TemplateFailed {
    given.exactly(2);
    long days = given.number(1);
    return days == 0
        ? given.text(0)
        : PythonDate.parse(given.text(0), DAY).plusDays(days).toString();
  }

  private static String format(Arguments given) throws TemplateFailed {
    given.exactly(3);
    LocalDate day = PythonDate.parse(given.text(0), given.text(1));
    return PythonDate.format(day.atStartOfDay(ZoneOffset.UTC), given.text(2));
  }
}
