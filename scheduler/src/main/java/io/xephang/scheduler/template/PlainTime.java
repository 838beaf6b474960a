package io.xephang.scheduler.template;

import io.xephang.scheduler.template.Expression.Function;
import java.util.List;

/**
 * A time as {@code dag_run} has it: Airflow passes its dates to tasks as plain ones of Python,
 * which can less than those of the templates' own names.
 */
record PlainTime(Moment moment) {
  private static final List<String> MEMBERS =
      List.of(
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "strftime",
          "isoformat",
          "date",
          "astimezone");

  Object member(String name) throws TemplateFailed {
    if (!MEMBERS.contains(name)) {
      throw new UndefinedValue(name, MEMBERS + "; in_timezone: data_interval_end, logical_date");
    }
    if (name.equals("astimezone")) {
      return (Function) given -> new PlainTime(moment.inZone(given.exactly(1).zone(0)));
    }
    return moment.member(name);
  }

  @Override
  public String toString() {
    return moment.toString();
  }
}
