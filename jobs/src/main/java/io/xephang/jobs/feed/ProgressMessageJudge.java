package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The feed progress: messages CapNhatTienDoHoSoMC, a step in the handling of a dossier each. */
final class ProgressMessageJudge implements RowJudge {
  private static final long serialVersionUID = 1L;
  private static final Pattern STATUS = Pattern.compile("[1-9]|10");

  @Override
  public List<String> columns() {
    return List.of("delivery_date", "dossier_code", "status", "step_at", "started_at", "due_at");
  }

  @Override
  public Verdict judge(RawRow.Cells row, Origin origin) {
    CellReader cells = new CellReader(row);
    String code = cells.required("MaHoSo");
    Integer status =
        cells.parsed(
            "TrangThai",
            Reason.UNKNOWN_STATUS,
            "1 to 10 or nothing",
            value -> STATUS.matcher(value).matches() ? Integer.valueOf(value) : null);
    PortalTime step = time(cells, "ThoiDiemXuLy");
    PortalTime started = time(cells, "NgayBatDau");
    PortalTime due = time(cells, "NgayKetThucTheoQuyDinh");
    return cells
        .rejection()
        .<Verdict>map(Verdict.Rejected::new)
        .orElseGet(
            () ->
                new Verdict.Accepted(
                    Arrays.asList(
                        origin.date(),
                        code,
                        status,
                        step == null ? null : step.at(),
                        started == null ? null : started.at(),
                        due == null ? null : due.at())));
  }

  private static PortalTime time(CellReader cells, String field) {
    return cells.parsed(field, Reason.BAD_DATE, PortalTime.FORMS, PortalTime::parse);
  }
}
