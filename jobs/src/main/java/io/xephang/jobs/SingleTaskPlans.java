package io.xephang.jobs;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Extension of Spark: a query whose shuffles have one partition is one task. Spark shuffles before
 * every grouping and every join, even a single row into a single partition; each shuffle is a stage
 * of its own, which takes longer than the rows of a small night do. Here the next operator reads
 * the rows where they are.
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
          return new WithoutShuffles();
        }
      };

  private static final class WithoutShuffles extends Rule<SparkPlan> {
    @Override
    public SparkPlan apply(SparkPlan plan) {
      if (conf().numShufflePartitions() > 1) {
        return plan;
      }
      return plan.transformUp(
          new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(SparkPlan node) {
              return node instanceof ShuffleExchangeExec shuffle
                  && shuffle.outputPartitioning().numPartitions() == 1;
            }

            @Override
            public SparkPlan apply(SparkPlan shuffle) {
              return new CoalesceExec(1, ((ShuffleExchangeExec) shuffle).child());
            }
          });
    }
  }
}
