package io.xephang.scheduler.template;

/** A name, attribute or key that does not exist in this run. */
final class UndefinedValue extends TemplateFailed {
  private static final long serialVersionUID = 1L;

  UndefinedValue(String name, String expected) {
    super("'" + name + "' không xác định / is undefined; có / there are: " + expected);
  }
}
