package io.xephang.notebooks;

import io.xephang.home.DeploymentHome;
import io.xephang.reports.annex.SyntheticNotice;
import io.xephang.warehouse.Cancellation;
import io.xephang.warehouse.Measure;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.QueryFailed;
import io.xephang.warehouse.QueryLimits;
import io.xephang.warehouse.QueryRefused;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.query.ParameterRefused;
import io.xephang.warehouse.query.QueryArguments;
import io.xephang.warehouse.query.SavedQueries;
import io.xephang.warehouse.query.SavedQuery;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures that were published last, as a notebook asks for them. They stay the same for as long
 * as this is open, whatever is published meanwhile. Nothing can be changed through it.
 */
public final class Published implements AutoCloseable {
  private final Warehouse warehouse;

  private Published(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Opens what the deployment serves that {@code XEPHANG_HOME} names.
   *
   * @throws NoServedDatabase if nothing was published there yet; the message says what to do
   */
  public static Published open() throws NoServedDatabase, SQLException, IOException {
    return of(DeploymentHome.fromEnvironment());
  }

  /** As {@link #open()}, of any deployment. */
  public static Published of(DeploymentHome home)
      throws NoServedDatabase, SQLException, IOException {
    return new Published(Warehouse.open(home));
  }

  /**
   * Answers one SELECT over the public views.
   *
   * @throws QueryRefused if it is anything but that
   * @throws QueryFailed if it cannot be answered, or not within a minute
   */
  public ResultTable ask(String sql) throws QueryRefused, QueryFailed, SQLException, IOException {
    return ask(Select.of(sql), Map.of());
  }

  /**
   * Answers one SELECT with parameters.
   *
   * @param parameters by name, where the text has {@code $name}
   */
  public ResultTable ask(String sql, Map<String, Object> parameters)
      throws QueryRefused, QueryFailed, SQLException, IOException {
    return ask(new Select(sql, parameters), Map.of());
  }

  /**
   * Answers a saved query, as {@code xephang query} does.
   *
   * @param arguments by name, as they are written after {@code --param}
   * @throws ParameterRefused if there is no such query, or an argument is not what it asks for
   */
  public ResultTable saved(String name, Map<String, String> arguments)
      throws ParameterRefused, QueryRefused, QueryFailed, SQLException, IOException {
    SavedQuery query =
        SavedQueries.named(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        name
                            + ": không có truy vấn này / there is no such query; "
                            + String.join(", ", SavedQueries.names())));
    return ask(new QueryArguments(warehouse).of(query, arguments), query.measures())
        .titled(query.title().vi(), query.title().en());
  }

  /** The day up to which the figures count. */
  public LocalDate asOf() throws SQLException {
    return warehouse.rankings().publication().asOf();
  }

  /** Which publication this is, and whether its figures are made up. */
  public Sentence about() throws SQLException {
    var publication = warehouse.rankings().publication();
    String date = Written.date(publication.asOf());
    String synthetic = warehouse.provenance().sources().synthetic() ? SyntheticNotice.TEXT : "";
    return Sentence.of("Công bố số %s, số liệu đến ngày %s.", "Publication %s, figures up to %s.")
        .with(publication.id(), date)
        .warning(synthetic);
  }

  private ResultTable ask(Select select, Map<String, Measure> ofQuery)
      throws QueryRefused, QueryFailed, SQLException, IOException {
    Map<String, Measure> measures = new HashMap<>(warehouse.measures());
    measures.putAll(ofQuery);
    HeldRows rows = new HeldRows();
    warehouse.select(select, QueryLimits.DEFAULT, new Cancellation(), rows);
    return rows.table(measures);
  }

  @Override
  public void close() throws SQLException {
    warehouse.close();
  }
}
