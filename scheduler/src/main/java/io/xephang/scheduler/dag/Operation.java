package io.xephang.scheduler.dag;

import io.xephang.scheduler.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a task does: Airflow's operators, of which these are supported. */
public sealed interface Operation {

  /** Airflow's name of the class. */
  String operator();

  /** Nothing; it only joins other tasks. */
  record Empty() implements Operation {
    @Override
    public String operator() {
      return "EmptyOperator";
    }
  }

  /**
   * A command of bash. It has succeeded with exit code 0 and is skipped with 99.
   *
   * @param environment replaces that of the scheduler unless it is empty
   * @param appended whether the environment is added to the scheduler's instead
   */
  record Bash(Template command, Map<String, Template> environment, boolean appended)
      implements Operation {
    public Bash {
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    @Override
    public String operator() {
      return "BashOperator";
    }
  }
}
