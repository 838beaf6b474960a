package io.xephang.scheduler.dag;

import io.xephang.scheduler.dag.YamlValue.Items;
import io.xephang.scheduler.dag.YamlValue.Keys;
import io.xephang.scheduler.dag.YamlValue.Scalar;
import io.xephang.scheduler.state.Retries;
import io.xephang.scheduler.state.TriggerRule;
import io.xephang.scheduler.template.InvalidTemplate;
import io.xephang.scheduler.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks as dag-factory describes them. */
final class TaskReader {
  private static final Set<String> BASH =
      Set.of(
          "airflow.providers.standard.operators.bash.BashOperator",
          "airflow.operators.bash.BashOperator");
  private static final Set<String> EMPTY =
      Set.of(
          "airflow.providers.standard.operators.empty.EmptyOperator",
          "airflow.operators.empty.EmptyOperator");

  /** What every task may have, of its own or from {@code default_args}. */
  private static final Set<String> OF_ALL =
      Set.of(
          "owner",
          "retries",
          "retry_delay",
          "retry_exponential_backoff",
          "max_retry_delay",
          "execution_timeout",
          "trigger_rule",
          "depends_on_past");

  private static final Set<String> OF_BASH = Set.of("bash_command", "env", "append_env");
  private static final Set<String> OF_PLACE = Set.of("task_id", "operator", "dependencies");

  /** Airflow would take such a value for the name of a file with the template. */
  private static final List<String> FILES = List.of(".sh", ".bash");

  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(5);

  private TaskReader() {}

  /** Keys that {@code default_args} may have for tasks. */
  static Set<String> defaults() {
    Set<String> known = new TreeSet<>(OF_ALL);
    known.addAll(Set.of("env", "append_env"));
    return known;
  }

  /** All tasks of a dag, from a list of them or from a map by name. */
  static List<Task> read(Fields dag, Keys defaultArgs) throws InvalidDag {
    YamlValue value =
        dag.find("tasks")
            .orElseThrow(
                () -> new InvalidDag(dag.line(), "tasks: cần ít nhất một / expected at least one"));
    List<Task> tasks = new ArrayList<>();
    if (value instanceof Items items) {
      for (YamlValue item : items.items()) {
        Fields task = Fields.of("tasks", item);
        String id =
            task.text("task_id")
                .orElseThrow(
                    () -> new InvalidDag(item.line(), "tasks: thiếu task_id / task_id is missing"));
        tasks.add(task(id, task.keys(), defaultArgs));
      }
      return tasks;
    }
    for (Map.Entry<String, YamlValue> entry :
        Fields.of("tasks", value).keys().entries().entrySet()) {
      Fields task = Fields.of(entry.getKey(), entry.getValue());
      if (task.find("task_id").isPresent()) {
        throw new InvalidDag(
            task.line(), entry.getKey() + ".task_id: tên đã ở trước / the key is the name already");
      }
      tasks.add(task(entry.getKey(), task.keys(), defaultArgs));
    }
    return tasks;
  }

  private static Task task(String id, Keys own, Keys defaultArgs) throws InvalidDag {
    Fields written = new Fields(id, own);
    String operator =
        written
            .text("operator")
            .orElseThrow(() -> new InvalidDag(own.line(), id + ".operator: cần có / is required"));
    boolean bash = BASH.contains(operator);
    if (!bash && !EMPTY.contains(operator)) {
      throw written.wrong("operator", new TreeSet<>(BASH) + ", " + new TreeSet<>(EMPTY));
    }
    Set<String> known = new TreeSet<>(OF_ALL);
    known.addAll(OF_PLACE);
    if (bash) {
      known.addAll(OF_BASH);
    }
    written.only(known);
    Map<String, YamlValue> all = new LinkedHashMap<>(defaultArgs.entries());
    all.putAll(own.entries());
    Fields task = new Fields(id, new Keys(all, own.line()));
    try {
      return new Task(
          id,
          bash ? bash(task) : new Operation.Empty(),
          new LinkedHashSet<>(task.texts("dependencies")),
          retries(task),
          TypedObject.span(task, "execution_timeout"),
          rule(task),
          task.flag("depends_on_past").orElse(false),
          task.text("owner").orElse("airflow"));
    } catch (IllegalArgumentException e) {
      throw new InvalidDag(own.line(), e.getMessage());
    }
  }

  private static Operation bash(Fields task) throws InvalidDag {
    if (task.find("bash_command").isEmpty()) {
      throw new InvalidDag(task.line(), task.named("bash_command") + ": cần có / is required");
    }
    Map<String, Template> environment = new LinkedHashMap<>();
    Optional<Fields> variables = task.fields("env");
    if (variables.isPresent()) {
      for (String name : variables.get().keys().entries().keySet()) {
        environment.put(name, template(variables.get(), name));
      }
    }
    return new Operation.Bash(
        template(task, "bash_command"), environment, task.flag("append_env").orElse(false));
  }

  private static Template template(Fields fields, String key) throws InvalidDag {
    // Whatever is not a text would be one for bash, but not for Airflow.
    String source =
        fields
            .text(key)
            .orElseThrow(
                () ->
                    new InvalidDag(
                        fields.line(), fields.named(key) + ": cần chữ / expected a text"));
    int line = fields.find(key).orElseThrow().line();
    if (FILES.stream().anyMatch(source::endsWith)) {
      throw new InvalidDag(
          line,
          fields.named(key)
              + ": Airflow tìm tệp mẫu tên này; thêm dấu cách ở cuối / Airflow would look for a"
              + " template file of this name; put a space at the end");
    }
    try {
      return Template.parse(source);
    } catch (InvalidTemplate e) {
      throw new InvalidDag(line, fields.named(key) + ": " + e.getMessage());
    }
  }

  private static Retries retries(Fields task) throws InvalidDag {
    return new Retries(
        task.count("retries").orElse(0L).intValue(),
        TypedObject.spanOrSeconds(task, "retry_delay").orElse(DEFAULT_PAUSE),
        multiplier(task),
        TypedObject.spanOrSeconds(task, "max_retry_delay"));
  }

  /** Airflow knows it as yes or no too: yes doubles. */
  private static double multiplier(Fields task) throws InvalidDag {
    String key = "retry_exponential_backoff";
    Optional<YamlValue> value = task.find(key);
    if (value.isEmpty()) {
      return 0;
    }
    if (value.get() instanceof Scalar scalar) {
      if (scalar.value() instanceof Boolean doubles) {
        return doubles ? 2 : 0;
      }
      if (scalar.value() instanceof Number number && number.doubleValue() >= 0) {
        return number.doubleValue();
      }
    }
    throw task.wrong(key, "true, false, 2.0");
  }

  private static TriggerRule rule(Fields task) throws InvalidDag {
    Optional<String> named = task.text("trigger_rule");
    if (named.isEmpty()) {
      return TriggerRule.ALL_SUCCESS;
    }
    return TriggerRule.of(named.get())
        .orElseThrow(
            () ->
                task.wrong(
                    "trigger_rule",
                    Stream.of(TriggerRule.values())
                        .map(TriggerRule::id)
                        .collect(Collectors.joining(", "))));
  }
}
