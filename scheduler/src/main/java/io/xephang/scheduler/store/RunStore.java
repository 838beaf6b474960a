package io.xephang.scheduler.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The database of runs: H2 in a file that one process at a time can open. Whatever a transaction
 * has written is in the file when it returns, so that a process may be killed at any moment.
 * Threads take turns.
 */
public final class RunStore implements AutoCloseable {
  /** H2's code of "somebody else has this file". */
  private static final int LOCKED = 90020;

  private static final String OPTIONS =
      // A commit waits until it is written; else a killed process would lose the last half second.
      ";WRITE_DELAY=0"
          // Closing would move rows within the file for a while; the file is small.
          + ";MAX_COMPACT_TIME=0"
          + ";DB_CLOSE_ON_EXIT=FALSE"
          // Errors are told, not collected in a file beside it.
          + ";TRACE_LEVEL_FILE=0";

  /** Seconds to wait for a word from a connection. */
  private static final int PATIENCE = 1;

  private final String url;
  private final ReentrantLock turn = new ReentrantLock();
  private Connection connection;
  private boolean closed;

  private RunStore(String url) throws SQLException {
    this.url = url;
    this.connection = connected(url);
  }

  /** Work on the rows, all of which is kept or none. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Transaction rows) throws SQLException;
  }

  /**
   * Opens the database in a file, which is made if there is none.
   *
   * @param file without H2's ending
   * @throws StoreUnavailable if another process has it open, or the file cannot be used
   */
  public static RunStore open(Path file) throws StoreUnavailable {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new RunStore("jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS);
    } catch (IOException e) {
      throw StoreUnavailable.because(file, e);
    } catch (SQLException e) {
      throw e.getErrorCode() == LOCKED
          ? StoreUnavailable.locked(file)
          : StoreUnavailable.because(file, e);
    }
  }

  /** A database that ends with this process and touches no file. */
  public static RunStore inMemory() {
    try {
      return new RunStore("jdbc:h2:mem:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connected(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute(Statements.text(RunStore.class, "schema.sql"));
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Does the work in one transaction.
   *
   * @throws StoreFailed if the database cannot do it, for want of space for instance; nothing of it
   *     is kept then
   */
  public <T> T transact(Work<T> work) {
    turn.lock();
    try {
      return transactInTurn(work);
    } finally {
      turn.unlock();
    }
  }

  /** Whether a transaction can be done: one that hangs keeps all others waiting. */
  public boolean answersWithin(Duration patience) throws InterruptedException {
    if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      transactInTurn(rows -> rows.dags().all());
      return true;
    } catch (StoreFailed e) {
      return false;
    } finally {
      turn.unlock();
    }
  }

  private <T> T transactInTurn(Work<T> work) {
    if (closed) {
      throw new StoreFailed(new SQLException("đã đóng / it is closed"));
    }
    try {
      // H2 closes a database whose disk is full; there may be space again.
      if (!connection.isValid(PATIENCE)) {
        connection = connected(url);
      }
      T result = work.on(new Transaction(connection));
      connection.commit();
      return result;
    } catch (SQLException e) {
      rollBack(e);
      throw new StoreFailed(e);
    } catch (RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws StoreFailed {
    turn.lock();
    try {
      closed = true;
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    } finally {
      turn.unlock();
    }
  }
}
