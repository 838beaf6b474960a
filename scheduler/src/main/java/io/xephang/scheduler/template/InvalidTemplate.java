package io.xephang.scheduler.template;

/** A template that Jinja would refuse, or that uses more of it than is supported. */
public final class InvalidTemplate extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidTemplate(String part, String problem) {
    super("mẫu / template '" + part + "': " + problem);
  }
}
