import io.xephang.home.DeploymentHome;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import io.xephang.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Asks each question of the served database, as {@code xephang sql} does, and of a DuckDB file that
 * holds the same rows in tables of its own, in turns. Prints a row for each question: its file, the
 * rows, then median and 95th percentile in milliseconds of either, as tab-separated text.
 *
 * <p>Arguments: home, DuckDB file, folder of questions, repetitions.
 */
public final class QuestionTimes {
  private static final int WARM_UP = 3;

  public static void main(String[] arguments) throws Exception {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    int repetitions = Integer.parseInt(arguments[3]);
    List<Path> questions;
    try (Stream<Path> files = Files.list(Path.of(arguments[2]))) {
      questions = files.sorted().toList();
    }
    try (Warehouse served = Warehouse.open(new DeploymentHome(Path.of(arguments[0])));
        Connection plain = DriverManager.getConnection("jdbc:duckdb:" + arguments[1], readOnly)) {
      for (Path question : questions) {
        String sql = Files.readString(question);
        double[] ours = new double[repetitions];
        double[] theirs = new double[repetitions];
        long rows = 0;
        for (int i = -WARM_UP; i < repetitions; i++) {
          long start = System.nanoTime();
          rows = ask(served, sql);
          long between = System.nanoTime();
          long same = ask(plain, sql);
          long end = System.nanoTime();
          if (rows != same) {
            throw new IllegalStateException(question + ": " + rows + " rows, plain " + same);
          }
          if (i >= 0) {
            ours[i] = (between - start) / 1e6;
            theirs[i] = (end - between) / 1e6;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%s\t%d\t%.1f\t%.1f\t%.1f\t%.1f%n",
            question.getFileName().toString().replace(".sql", ""),
            rows,
            quantile(ours, 0.5),
            quantile(ours, 0.95),
            quantile(theirs, 0.5),
            quantile(theirs, 0.95));
      }
    }
  }

  private static long ask(Warehouse served, String sql) throws Exception {
    List<Object> rows = new ArrayList<>();
    served.select(
        sql,
        new RowSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(List<Object> values) {
            rows.add(values);
          }

          @Override
          public void end() {}
        });
    return rows.size();
  }

  private static long ask(Connection plain, String sql) throws Exception {
    List<Object> rows = new ArrayList<>();
    try (Statement statement = plain.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        Object[] values = new Object[width];
        for (int i = 0; i < width; i++) {
          values[i] = result.getObject(i + 1);
        }
        rows.add(values);
      }
    }
    return rows.size();
  }

  private static double quantile(double[] times, double part) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(part * sorted.length) - 1];
  }
}
