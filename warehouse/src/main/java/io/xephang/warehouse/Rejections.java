package io.xephang.warehouse;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What was rejected, row by row, and who has to mend it. */
public final class Rejections {
  private final Warehouse warehouse;

  Rejections(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Which rows are asked for; null = any.
   *
   * @param sender a ministry or province, or {@link Sender#NOBODY}
   * @param filePart a part of the file's name
   */
  public record Filter(String feed, String reason, String sender, String filePart) {}

  /**
   * A ministry or province that has something to mend.
   *
   * @param code null if nobody can tell whose the rows are
   * @param name null likewise
   */
  public record Sender(String code, String name, long files, long rows) {
    /** Stands for the code of rows of which nobody can tell the sender. */
    public static final String NOBODY = "khong-ro";

    /** The code, or {@link #NOBODY}. */
    public String codeOrNobody() {
      return code == null ? NOBODY : code;
    }
  }

  /** Rejected rows by file and position. */
  public void rows(Filter filter, RowSink sink) throws SQLException, IOException {
    warehouse.stream(
        SqlText.of("rejections/rows.sql"),
        sink,
        filter.feed(),
        filter.reason(),
        filter.sender(),
        filter.filePart());
  }

  /** By code; those whom nobody can name last. */
  public List<Sender> senders() throws SQLException {
    return warehouse.list(
        SqlText.of("rejections/senders.sql"),
        row ->
            new Sender(
                row.getString("sender"),
                row.getString("unit_name"),
                row.getLong("files"),
                row.getLong("rows")));
  }

  /** What a sender has to mend, in words for the sender. */
  public void report(Sender sender, RowSink sink) throws SQLException, IOException {
    warehouse.stream(SqlText.of("rejections/report.sql"), sink, sender.code());
  }
}
