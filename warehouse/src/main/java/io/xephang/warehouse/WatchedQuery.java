package io.xephang.warehouse;

import io.xephang.warehouse.QueryStopped.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBConnection;
import org.duckdb.StreamingQuery;

/**
 * A query on a thread and a connection of its own, watched by the thread that asked for it. The
 * driver's own time limit ends when the first rows are there; this one holds to the last.
 *
 * <p>DuckDB stops between two calls of a function, never within one. A query that has not stopped
 * soon after it was told to is left to itself: who asked gets an answer, and its thread ends when
 * the call does.
 */
final class WatchedQuery {
  private static final Duration TICK = Duration.ofMillis(20);

  /** From the word to stop until the query is left to itself. */
  private static final Duration GRACE = Duration.ofMillis(600);

  /** Beyond DuckDB's own limit: what functions make of texts and lists, and other queries. */
  private static final long MOST_GROWTH = 9L << 27;

  /** The engine goes through a query by recursion. */
  private static final long STACK = 64L << 20;

  private final DuckDBConnection root;
  private final QueryLimits limits;
  private final Cancellation cancellation;
  private volatile Reason stopped;
  private DuckDBConnection connection;

  WatchedQuery(DuckDBConnection root, QueryLimits limits, Cancellation cancellation) {
    this.root = root;
    this.limits = limits;
    this.cancellation = cancellation;
  }

  /** What is done with the connection. */
  interface Work<T> {
    T on(DuckDBConnection connection) throws SQLException, QueryRefused, QueryFailed, IOException;
  }

  /**
   * Does the work; it must look at {@link #requireGoing} before it hands anything out.
   *
   * @param sql of the user, for the place of an error
   */
  <T> T run(String sql, Work<T> work) throws QueryRefused, QueryFailed, IOException {
    FutureTask<T> task = new FutureTask<>(() -> onOwnConnection(sql, work));
    Thread thread = new Thread(null, task, "query", STACK);
    // Whoever gives up waiting for it must be able to end the process.
    thread.setDaemon(true);
    thread.start();
    return watch(task);
  }

  /**
   * Ends the work of a query that was stopped.
   *
   * @throws QueryStopped if it was
   */
  void requireGoing() throws QueryStopped {
    if (stopped != null) {
      throw stopped();
    }
  }

  private <T> T onOwnConnection(String sql, Work<T> work)
      throws QueryRefused, QueryFailed, IOException {
    try (DuckDBConnection mine = root.duplicate()) {
      begin(mine);
      try {
        return work.on(mine);
      } finally {
        end();
      }
    } catch (SQLException e) {
      requireGoing();
      throw QueryFailed.because(e, sql);
    }
  }

  private synchronized void begin(DuckDBConnection mine) {
    connection = mine;
  }

  private synchronized void end() {
    connection = null;
  }

  /** Again and again: a word to stop that comes between two statements is lost. */
  private synchronized void interrupt() {
    if (connection != null) {
      StreamingQuery.interrupt(connection);
    }
  }

  private <T> T watch(FutureTask<T> task) throws QueryRefused, QueryFailed, IOException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    long memory = ProcessMemory.resident() + MOST_GROWTH;
    long givenUp = Long.MAX_VALUE;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // It is still at work.
        } catch (InterruptedException e) {
          interrupted = true;
          cancellation.cancel();
        }
        if (stopped == null) {
          stopped = reason(deadline, memory);
          givenUp = System.nanoTime() + GRACE.toNanos();
        }
        if (stopped != null) {
          interrupt();
          // Whatever it was stopped for: a call may make a gigabyte while it is waited for.
          if (System.nanoTime() - givenUp > 0 || ProcessMemory.resident() > memory) {
            throw stopped();
          }
        }
      }
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Reason reason(long deadline, long memory) {
    if (cancellation.isCancelled()) {
      return Reason.CANCELLED;
    }
    if (System.nanoTime() - deadline > 0) {
      return Reason.TIME;
    }
    return ProcessMemory.resident() > memory ? Reason.MEMORY : null;
  }

  private QueryStopped stopped() {
    Reason why = stopped;
    return new QueryStopped(
        why,
        switch (why) {
          case TIME ->
              "Truy vấn bị dừng sau "
                  + limits.time().toMillis() / 1000.0
                  + " giây, hết thời gian cho phép: hãy thu hẹp truy vấn hoặc tăng giới hạn / The query was"
                  + " stopped after "
                  + limits.time().toMillis() / 1000.0
                  + " seconds, the limit of time: narrow it or raise the limit.";
          case MEMORY ->
              "Truy vấn bị dừng vì cần quá nhiều bộ nhớ: hãy thu hẹp truy vấn / The query was stopped,"
                  + " since it needs too much memory: narrow it.";
          case CANCELLED -> "Truy vấn đã bị dừng theo yêu cầu / The query was stopped on request.";
        });
  }

  private static QueryFailed unwrapped(Throwable cause)
      throws QueryRefused, QueryFailed, IOException {
    if (cause instanceof QueryRefused refused) {
      throw refused;
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof RuntimeException defect) {
      throw defect;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw (QueryFailed) cause;
  }
}
