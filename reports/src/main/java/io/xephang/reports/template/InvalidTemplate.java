package io.xephang.reports.template;

/** A template that breaks a rule; the message names file, line, what was found and expected. */
public final class InvalidTemplate extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidTemplate(String file, int line, String problem) {
    super(file + ", dòng / line " + line + ": " + problem);
  }
}
