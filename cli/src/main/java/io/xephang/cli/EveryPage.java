package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.cli.schedule.SchedulerAccess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A collection of the API as a whole. */
final class EveryPage {
  private static final int MOST_OF_A_PAGE = 100;

  private EveryPage() {}

  /**
   * Reads all pages.
   *
   * @param name under which the answer has its items
   */
  static ArrayNode of(
      SchedulerAccess scheduler, List<String> path, Map<String, String> query, String name)
      throws CommandFailed, IOException, InterruptedException {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    JsonNode page;
    do {
      Map<String, String> asked = new TreeMap<>(query);
      asked.put("limit", Integer.toString(MOST_OF_A_PAGE));
      asked.put("offset", Integer.toString(all.size()));
      page = scheduler.get(path, asked);
      page.path(name).forEach(all::add);
    } while (!page.path(name).isEmpty() && all.size() < page.path("total_entries").asInt());
    return all;
  }
}
