package io.xephang.scheduler.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Filters that may be used. */
enum Filter {
  DS(0),
  DS_NODASH(0),
  TS(0),
  TS_NODASH(0),
  TS_NODASH_WITH_TZ(0),
  UPPER(0),
  LOWER(0),
  JOIN(1),
  DEFAULT(1);

  private final int arguments;

  Filter(int arguments) {
    this.arguments = arguments;
  }

  static Optional<Filter> of(String name) {
    return Stream.of(values()).filter(filter -> filter.id().equals(name)).findFirst();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many arguments it takes. */
  int arguments() {
    return arguments;
  }

  Object apply(Object value, Arguments given) throws TemplateFailed {
    return switch (this) {
      case DS -> moment(value).strftime("%Y-%m-%d");
      case DS_NODASH -> moment(value).strftime("%Y%m%d");
      case TS -> moment(value).isoformat();
      case TS_NODASH -> moment(value).strftime("%Y%m%dT%H%M%S");
      case TS_NODASH_WITH_TZ -> moment(value).isoformat().replace("-", "").replace(":", "");
      case UPPER -> PythonText.str(value).toUpperCase(Locale.ROOT);
      case LOWER -> PythonText.str(value).toLowerCase(Locale.ROOT);
      case JOIN -> joined(value, given.text(0));
      case DEFAULT -> value;
    };
  }

  private Moment moment(Object value) throws TemplateFailed {
    if (value instanceof Moment moment) {
      return moment;
    }
    if (value instanceof PlainTime plain) {
      return plain.moment();
    }
    throw new TemplateFailed("| " + id() + ": cần thời điểm / expected a time");
  }

  private String joined(Object value, String separator) throws TemplateFailed {
    if (value instanceof List<?> list) {
      return list.stream().map(PythonText::str).reduce((a, b) -> a + separator + b).orElse("");
    }
    throw new TemplateFailed("| " + id() + ": cần danh sách / expected a list");
  }
}
