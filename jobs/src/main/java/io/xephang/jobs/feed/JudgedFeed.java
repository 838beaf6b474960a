package io.xephang.jobs.feed;

import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.MappingIterator;
import io.xephang.jobs.SparkSchema;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.feed.FeedHeader;
import io.xephang.schemas.table.Table;
import io.xephang.schemas.unit.UnitRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The rows of some statements of one feed, each judged. The files are read when {@link #accepted}
 * is evaluated, and only then is known what was rejected.
 *
 * @param accepted statement_id, file, position, and the columns that the feed's judge gives
 */
public record JudgedFeed(
    SparkSession spark, String feedId, List<Statement> statements, Dataset<Row> accepted) {
  static final int POSITION = 2;
  static final int REASON = 3;
  static final int DETAIL = 4;
  static final int RAW = 5;
  static final int ROWS_READ = 6;

  /** statement_id, file, position, reason, detail, raw, rows_read. */
  static final int COMMON_COLUMNS = 7;

  private static final StructType REJECTED =
      new StructType()
          .add("statement_id", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("position", DataTypes.LongType)
          .add("reason", DataTypes.StringType)
          .add("detail", DataTypes.StringType)
          .add("raw", DataTypes.StringType);

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
    // In the order of the statements, neighbours together: what is written lies in that order, too.
    int tasks = Math.max(1, Math.min(statements.size(), spark.sparkContext().defaultParallelism()));
    JavaRDD<Row> accepted =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(statements, tasks)
            .flatMap(
                statement ->
                    closedWithTask(
                        RowsAside.of(
                            statement,
                            JudgedRows.open(statement, sharedHeader.value(), sharedJudge.value()))))
            .map(JudgedFeed::withoutVerdict);
    StructType schema = schema(definitions.table(feed.table()), judge.columns());
    return new JudgedFeed(spark, feedId, statements, spark.createDataFrame(accepted, schema));
  }

  static boolean isAccepted(Row row) {
    return row.isNullAt(REASON) && row.isNullAt(ROWS_READ);
  }

  private static Row withoutVerdict(Row row) {
    Object[] values = new Object[REASON + row.size() - COMMON_COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i < REASON ? i : i + COMMON_COLUMNS - REASON);
    }
    return RowFactory.create(values);
  }

  private static <T> ClassTag<T> classTag(Class<T> type) {
    return ClassTag$.MODULE$.apply(type);
  }

  private static RowJudge judge(Definitions definitions, String feedId, UnitRegister register) {
    return switch (feedId) {
      case "units" -> new UnitRowJudge(register);
      case "reports" -> new ReportRowJudge(register, definitions.indicators().keySet());
      case "catalogs" -> new CatalogRowJudge(register);
      case "dossiers" -> new DossierMessageJudge(register, definitions.feed(feedId));
      case "progress" -> new ProgressMessageJudge();
      default -> throw new IllegalArgumentException("no judge for the feed " + feedId);
    };
  }

  private static Iterator<Row> closedWithTask(RowsAside rows) {
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
    return rows;
  }

  private static StructType schema(Table table, List<String> judged) {
    StructType schema =
        new StructType()
            .add("statement_id", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("position", DataTypes.LongType);
    for (var field : SparkSchema.of(table, judged).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /**
   * How many rows a statement has, and how many of them were rejected.
   *
   * @param statementId of which statement
   */
  public record Outcome(String statementId, long rowsRead, long rejected) {}

  /** The outcome of every statement; {@link #accepted} must have been evaluated. */
  public List<Outcome> outcomes() {
    return statements.stream().map(JudgedFeed::outcome).toList();
  }

  private static Outcome outcome(Statement statement) {
    long rowsRead = 0;
    long rejected = 0;
    try (MappingIterator<RowsAside.Aside> all = RowsAside.setAside(statement)) {
      while (all.hasNext()) {
        RowsAside.Aside one = all.next();
        rowsRead += one.rowsRead();
        rejected += one.reason() == null ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(statement.statementId(), rowsRead, rejected);
  }

  /** Rows for the table quarantine; {@link #accepted} must have been evaluated. */
  public Dataset<Row> rejected(String runId) {
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(
                statements,
                Math.max(1, Math.min(statements.size(), spark.sparkContext().defaultParallelism())))
            .flatMap(JudgedFeed::rejected);
    return spark
        .createDataFrame(rows, REJECTED)
        .withColumn("feed", lit(feedId))
        .withColumn("run_id", lit(runId));
  }

  private static Iterator<Row> rejected(Statement statement) {
    MappingIterator<RowsAside.Aside> all = RowsAside.setAside(statement);
    TaskContext.get()
        .addTaskCompletionListener(
            (TaskCompletionListener)
                context -> {
                  try {
                    all.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false)
        .filter(one -> one.reason() != null)
        .map(
            one ->
                RowFactory.create(
                    statement.statementId(),
                    statement.landed().file(),
                    one.position(),
                    one.reason(),
                    one.detail(),
                    one.raw()))
        .iterator();
  }
}
