package io.xephang.scheduler.template;

import java.util.List;

/**
 * A text with {@code {{ expressions }}}: names, attributes, indexes, calls with literal or nested
 * arguments, and filters. Statements ({@code {% … %}}) are refused. Whatever is undefined is an
 * error, as in Airflow.
 */
public final class Template {
  private final String source;
  private final List<Segment> segments;

  /** Part of a template. */
  sealed interface Segment {
    /** Text that stands for itself. */
    record Text(String text) implements Segment {}

    /** A value to be put in. */
    record Output(String source, Expression expression) implements Segment {}
  }

  private Template(String source, List<Segment> segments) {
    this.source = source;
    this.segments = segments;
  }

  /**
   * Reads a template.
   *
   * @throws InvalidTemplate if it is none, uses a statement, or a name, filter or macro that does
   *     not exist here
   */
  public static Template parse(String source) throws InvalidTemplate {
    return new Template(source, SegmentReader.read(source));
  }

  /** As written. */
  public String source() {
    return source;
  }

  /**
   * The text in one run.
   *
   * @throws TemplateFailed naming the expression and what was wrong with it
   */
  public String render(TemplateValues values) throws TemplateFailed {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      if (segment instanceof Segment.Text plain) {
        text.append(plain.text());
      } else if (segment instanceof Segment.Output output) {
        text.append(rendered(output, values));
      }
    }
    return text.toString();
  }

  private static String rendered(Segment.Output output, TemplateValues values)
      throws TemplateFailed {
    try {
      return PythonText.str(output.expression().value(values));
    } catch (TemplateFailed e) {
      throw new TemplateFailed("mẫu / template '{{ " + output.source() + " }}': " + e.getMessage());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && template.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
