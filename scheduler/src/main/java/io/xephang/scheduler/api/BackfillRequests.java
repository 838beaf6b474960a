package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.engine.BackfillEntry;
import io.xephang.scheduler.engine.BackfillOrder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.plan.RunOrder;
import io.xephang.scheduler.state.ReprocessBehavior;
import io.xephang.scheduler.store.Backfilling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Backfills: what one would do, start one, list. */
final class BackfillRequests {
  /** Airflow's default. */
  private static final int USUAL_ACTIVE_RUNS = 10;

  /** As with Airflow's bundles without versions, a backfill is of the file as it is now. */
  private static final Set<String> FIELDS =
      Set.of(
          "dag_id",
          "from_date",
          "to_date",
          "reprocess_behavior",
          "run_backwards",
          "max_active_runs",
          "dag_run_conf",
          "run_on_latest_version");

  private static final Set<String> PARAMETERS = Set.of("dag_id", "limit", "offset");

  private final Engine engine;

  BackfillRequests(Engine engine) {
    this.engine = engine;
  }

  /**
   * Answers what is about backfills.
   *
   * @param below the path from {@code backfills} on
   */
  Optional<ApiResponse> answer(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    String form = request.method() + " " + String.join("/", below.subList(1, below.size()));
    return switch (form) {
      case "GET " -> Optional.of(list(request));
      case "POST " -> Optional.of(ApiResponse.ok(Shapes.backfill(engine.backfill(order(request)))));
      case "POST dry_run" -> Optional.of(planned(engine.plan(order(request))));
      default -> Optional.empty();
    };
  }

  private ApiResponse list(ApiRequest request) throws ApiProblem {
    request.onlyParameters(PARAMETERS);
    Optional<String> dagId = request.parameter("dag_id");
    List<Backfilling> all =
        engine.read(rows -> rows.backfills().all()).stream()
            .filter(backfill -> dagId.map(backfill.dagId()::equals).orElse(true))
            .toList();
    return ApiResponse.ok(Page.of(request).of("backfills", all, Shapes::backfill));
  }

  private static BackfillOrder order(ApiRequest request) throws ApiProblem {
    Body body = Body.of(request).only(FIELDS);
    String behavior = body.text("reprocess_behavior").orElse(ReprocessBehavior.NONE.id());
    return new BackfillOrder(
        body.requiredText("dag_id"),
        body.requiredMoment("from_date"),
        body.requiredMoment("to_date"),
        ReprocessBehavior.of(behavior)
            .orElseThrow(
                () ->
                    body.wrong(
                        "reprocess_behavior", "Input should be 'failed', 'completed' or 'none'")),
        body.flag("run_backwards").orElse(false) ? RunOrder.NEWEST_FIRST : RunOrder.OLDEST_FIRST,
        body.number("max_active_runs").orElse(USUAL_ACTIVE_RUNS),
        body.object("dag_run_conf"));
  }

  private static ApiResponse planned(List<BackfillEntry> plan) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = answer.putArray("backfills");
    for (BackfillEntry entry : plan) {
      // Airflow lists what would be made; why something is left is said beside it here.
      entries
          .addObject()
          .put("logical_date", entry.run().logicalDate().toString())
          .putNull("partition_key")
          .put("left_since", entry.leftSince().orElse(null));
    }
    answer.put("total_entries", plan.size());
    return ApiResponse.ok(answer);
  }
}
