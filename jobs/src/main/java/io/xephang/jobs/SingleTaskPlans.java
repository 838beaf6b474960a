package io.xephang.jobs;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.optimizer.BuildLeft$;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.RDDScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.joins.BroadcastHashJoinExec;
import org.apache.spark.sql.execution.joins.ShuffledHashJoinExec;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Extension of Spark: a query whose shuffles have one partition is one task. Spark shuffles before
 * every grouping, even a single row into a single partition, and broadcasts one side of a join,
 * even to a single task; each shuffle is a stage of its own, each broadcast a job, which takes
 * longer than the rows of a small night do. Here the next operator reads the rows where they are.
 */
public final class SingleTaskPlans extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectColumnar(
        new AbstractFunction1<>() {
          @Override
          public ColumnarRule apply(SparkSession session) {
            return AFTER_PLANNING;
          }
        });
    return BoxedUnit.UNIT;
  }

  /** The last rules on a plan, once it is known where Spark shuffles. */
  private static final ColumnarRule AFTER_PLANNING =
      new ColumnarRule() {
        @Override
        public Rule<SparkPlan> preColumnarTransitions() {
          return new WithoutExchanges();
        }
      };

  private static final class WithoutExchanges extends Rule<SparkPlan> {
    /** Partitions of a table that was put together from as many small ones. */
    private static final int FEW = 4;

    @Override
    public SparkPlan apply(SparkPlan plan) {
      if (conf().numShufflePartitions() > 1) {
        return plan;
      }
      return plan.transformUp(
          new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(SparkPlan node) {
              return isShuffle(node) || isBroadcastToOneTask(node);
            }

            @Override
            public SparkPlan apply(SparkPlan node) {
              return node instanceof BroadcastHashJoinExec join
                  ? buildingItsTable(join)
                  : inOneTask(((ShuffleExchangeExec) node).child());
            }
          });
    }

    private static boolean isShuffle(SparkPlan node) {
      return node instanceof ShuffleExchangeExec shuffle
          && shuffle.outputPartitioning().numPartitions() == 1;
    }

    /** A join that tells NULL from "not in" is left: no other operator of Spark does it. */
    private static boolean isBroadcastToOneTask(SparkPlan node) {
      return node instanceof BroadcastHashJoinExec join
          && !join.isNullAwareAntiJoin()
          && join.buildPlan() instanceof BroadcastExchangeExec build
          && isReadInOneTask(build.child())
          && isReadInOneTask(join.streamedPlan());
    }

    /** Whether nothing below is read in several tasks, as a table with a long history is. */
    private static boolean isReadInOneTask(SparkPlan rows) {
      if (rows.outputPartitioning() instanceof SinglePartition$) {
        return true;
      }
      if (rows instanceof BatchScanExec scan) {
        return scan.inputPartitions().size() <= 1;
      }
      if (rows instanceof RDDScanExec scan) {
        return scan.rdd().getNumPartitions() <= FEW;
      }
      if (rows.children().isEmpty()) {
        return rows instanceof LocalTableScanExec;
      }
      return CollectionConverters.asJava(rows.children()).stream()
          .allMatch(WithoutExchanges::isReadInOneTask);
    }

    private static SparkPlan buildingItsTable(BroadcastHashJoinExec join) {
      SparkPlan build = inOneTask(((BroadcastExchangeExec) join.buildPlan()).child());
      SparkPlan streamed = inOneTask(join.streamedPlan());
      boolean buildsLeft = join.buildSide() instanceof BuildLeft$;
      return new ShuffledHashJoinExec(
          join.leftKeys(),
          join.rightKeys(),
          join.joinType(),
          join.buildSide(),
          join.condition(),
          buildsLeft ? build : streamed,
          buildsLeft ? streamed : build,
          false);
    }

    private static SparkPlan inOneTask(SparkPlan rows) {
      return rows.outputPartitioning() instanceof SinglePartition$
          ? rows
          : new CoalesceExec(1, rows);
    }
  }
}
