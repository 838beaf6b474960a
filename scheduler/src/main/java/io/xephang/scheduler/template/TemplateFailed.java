package io.xephang.scheduler.template;

/** A template that has no value in this run, for one because a name is undefined. */
public sealed class TemplateFailed extends Exception permits UndefinedValue {
  private static final long serialVersionUID = 1L;

  TemplateFailed(String problem) {
    super(problem);
  }
}
