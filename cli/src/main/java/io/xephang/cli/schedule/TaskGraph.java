package io.xephang.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dag as lines for a terminal: each task below the first one that it waits for; what else it
 * waits for is named behind it.
 */
public final class TaskGraph {
  private final Map<String, List<String>> before = new LinkedHashMap<>();
  private final Map<String, String> remarks = new LinkedHashMap<>();

  /**
   * A graph.
   *
   * @param tasks as the API answers, each after those that it waits for
   */
  public TaskGraph(JsonNode tasks) {
    for (JsonNode task : tasks) {
      List<String> upstream = new ArrayList<>();
      task.path("upstream_task_ids").forEach(id -> upstream.add(id.textValue()));
      String id = task.path("task_id").textValue();
      before.put(id, upstream);
      remarks.put(id, remark(task));
    }
  }

  private static String remark(JsonNode task) {
    String rule = task.path("trigger_rule").asText();
    return " ["
        + task.path("operator_name").asText()
        + (rule.equals("all_success") ? "" : ", " + rule)
        + (task.path("retries").asInt() == 0 ? "" : ", retries " + task.path("retries").asInt())
        + "]";
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    before.forEach(
        (id, upstream) -> {
          if (upstream.isEmpty()) {
            lines.add(id + remarks.get(id));
            addBelow(id, "", lines);
          }
        });
    return lines;
  }

  private void addBelow(String parent, String indent, List<String> lines) {
    List<String> children =
        before.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty() && entry.getValue().get(0).equals(parent))
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i < children.size(); i++) {
      String child = children.get(i);
      boolean last = i == children.size() - 1;
      List<String> others = before.get(child).subList(1, before.get(child).size());
      lines.add(
          indent
              + (last ? "└─▶ " : "├─▶ ")
              + child
              + remarks.get(child)
              + (others.isEmpty()
                  ? ""
                  : " (cũng sau / also after: " + String.join(", ", others) + ")"));
      addBelow(child, indent + (last ? "    " : "│   "), lines);
    }
  }
}
