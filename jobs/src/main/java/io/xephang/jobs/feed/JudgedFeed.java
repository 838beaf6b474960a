package io.xephang.jobs.feed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.xephang.jobs.SparkSchema;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.feed.FeedHeader;
import io.xephang.schemas.table.Table;
import io.xephang.schemas.unit.UnitRegister;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.TaskCompletionListener;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * All rows of some statements of one feed, each judged: accepted, rejected, or the closing row of
 * its file that carries the number of rows.
 *
 * @param rows columns statement_id, file, position, reason, detail, raw, rows_read, and those that
 *     the feed's judge gives to accepted rows
 */
public record JudgedFeed(Dataset<Row> rows, String feedId) {
  /** statement_id, file, position, reason, detail, raw, rows_read. */
  static final int COMMON_COLUMNS = 7;

  /** Reads the statements; each is read by one task, in order, without holding it in memory. */
  public static JudgedFeed read(
      SparkSession spark,
      Definitions definitions,
      String feedId,
      UnitRegister register,
      List<Statement> statements) {
    Feed feed = definitions.feed(feedId);
    RowJudge judge = judge(definitions, feedId, register);
    var sharedHeader = spark.sparkContext().broadcast(feed.header(), classTag(FeedHeader.class));
    var sharedJudge = spark.sparkContext().broadcast(judge, classTag(RowJudge.class));
    int tasks =
        Math.max(1, Math.min(statements.size(), spark.sparkContext().defaultParallelism() * 4));
    JavaRDD<Row> judged =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(statements, tasks)
            .flatMap(
                statement ->
                    closedWithTask(
                        JudgedRows.open(statement, sharedHeader.value(), sharedJudge.value())));
    StructType schema = schema(definitions.table(feed.table()), judge.columns());
    return new JudgedFeed(spark.createDataFrame(judged, schema), feedId);
  }

  private static <T> ClassTag<T> classTag(Class<T> type) {
    return ClassTag$.MODULE$.apply(type);
  }

  private static RowJudge judge(Definitions definitions, String feedId, UnitRegister register) {
    return switch (feedId) {
      case "units" -> new UnitRowJudge(register);
      case "reports" -> new ReportRowJudge(register, definitions.indicators().keySet());
      case "catalogs" -> new CatalogRowJudge(register);
      case "dossiers" -> new DossierMessageJudge(register);
      case "progress" -> new ProgressMessageJudge();
      default -> throw new IllegalArgumentException("no judge for the feed " + feedId);
    };
  }

  private static Iterator<Row> closedWithTask(JudgedRows rows) {
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
    return rows;
  }

  private static StructType schema(Table table, List<String> judged) {
    StructType schema =
        new StructType()
            .add("statement_id", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("position", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("detail", DataTypes.StringType)
            .add("raw", DataTypes.StringType)
            .add("rows_read", DataTypes.LongType);
    for (var field : SparkSchema.of(table, judged).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /** The same rows, read from the files once. */
  public JudgedFeed cached(StorageLevel level) {
    return new JudgedFeed(rows.persist(level), feedId);
  }

  /** Rows that count, with the columns of the feed's table as far as the judge gives them. */
  public Dataset<Row> accepted() {
    return rows.where(col("reason").isNull().and(col("rows_read").isNull()))
        .drop("reason", "detail", "raw", "rows_read");
  }

  /** Rows for the table quarantine. */
  public Dataset<Row> rejected(String runId) {
    return rows.where(col("reason").isNotNull())
        .select(
            col("statement_id"),
            col("file"),
            col("position"),
            lit(feedId).as("feed"),
            col("reason"),
            col("detail"),
            col("raw"),
            lit(runId).as("run_id"));
  }
}
