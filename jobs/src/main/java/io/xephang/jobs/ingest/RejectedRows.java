package io.xephang.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;

import io.xephang.jobs.lake.RunBranch;
import io.xephang.schemas.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What a run has rejected, in a few lines: when it publishes nothing, nobody can ask for the rows.
 * Of messages nothing is quoted: a person's data in a wrong column must not get into records and
 * logs.
 */
public final class RejectedRows {
  private static final int LINES = 20;

  private RejectedRows() {}

  /** Files and reasons, those with the most rows first, each with its first row. */
  public static List<String> of(RunBranch lake, Definitions definitions, String runId) {
    List<Row> groups =
        lake.read("quarantine")
            .where(col("run_id").equalTo(runId))
            .groupBy("file", "feed", "reason")
            .agg(count(lit(1)).as("rows"), min("position"), min_by(col("detail"), col("position")))
            .orderBy(col("rows").desc(), col("file"), col("reason"))
            .limit(LINES + 1)
            .collectAsList();
    List<String> lines = new ArrayList<>();
    for (Row group : groups.subList(0, Math.min(LINES, groups.size()))) {
      lines.add(
          group.getString(0)
              + ": "
              + group.getString(2)
              + ", "
              + group.getLong(3)
              + " dòng / rows, thứ / first at "
              + group.getLong(4)
              + (definitions.feeds().get(group.getString(1)).message().isPresent()
                  ? ""
                  : ": " + group.getString(5)));
    }
    if (groups.size() > LINES) {
      lines.add("…");
    }
    return lines;
  }
}
