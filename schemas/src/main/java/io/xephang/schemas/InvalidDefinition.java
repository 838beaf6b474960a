package io.xephang.schemas;

/** A definition file that breaks a rule; the message names the file and the rule. */
public final class InvalidDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidDefinition(String file, String problem) {
    super(file + ": " + problem);
  }

  public InvalidDefinition(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
