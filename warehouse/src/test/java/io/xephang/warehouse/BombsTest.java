package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Queries that would take for ever, or all memory. They end by a limit of the query (time, memory),
 * by one of a function (bound), at the gate (refused), or do no harm after all (answered, failed).
 */
class BombsTest {
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMillis(300), Long.MAX_VALUE);

  /** The limit and the second within which a query ends after it. */
  private static final Duration LONGEST = Duration.ofMillis(1300);

  /** DuckDB's limit, and what it lets be outside of it. */
  private static final long MOST_MEMORY = 3L << 29;

  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse = new LakeFixture(folder).publish("2020-08-20").open();
    // The first query of a process loads classes for a while.
    Answer.rows(warehouse, "SELECT repeat('x', 2)");
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "gate/bombs.csv", numLinesToSkip = 1)
  void endWithinASecondOfTheLimitAndTheNextQueryIsAnswered(String sql, String how, String why)
      throws Exception {
    long before = ProcessMemory.resident();
    long started = System.nanoTime();
    String ended = ended(sql);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    assertThat(how.split(" or ")).as(why).contains(ended);
    assertThat(took).as(why + ": " + ended).isLessThan(LONGEST);
    assertThat(ProcessMemory.resident() - before).as(why).isLessThan(MOST_MEMORY);
    assertThat(Answer.rows(warehouse, "SELECT as_of FROM publication"))
        .containsExactly("2020-08-20");
  }

  private static String ended(String sql) throws Exception {
    try {
      warehouse.select(Select.of(sql), LIMITS, new Cancellation(), new DroppedRows());
      return "answered";
    } catch (QueryStopped e) {
      return e.reason().name().toLowerCase(Locale.ROOT);
    } catch (QueryFailed e) {
      return failure(e.getMessage());
    } catch (QueryRefused e) {
      return "refused";
    }
  }

  private static String failure(String message) {
    if (message.contains("too much memory")) {
      return "memory";
    }
    return message.contains("too long") || message.contains("too wide") ? "bound" : "failed";
  }
}
