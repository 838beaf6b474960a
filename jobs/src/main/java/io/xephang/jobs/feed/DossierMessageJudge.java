package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.procedure.ProcedureCode;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitMatch;
import io.xephang.schemas.unit.UnitName;
import io.xephang.schemas.unit.UnitRegister;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/** The feed dossiers: messages DongBoHoSoMC of the provinces' one-stop systems. */
final class DossierMessageJudge implements RowJudge {
  private static final long serialVersionUID = 1L;

  private static final Map<String, String> CHANNELS =
      Map.of("1", "in_person", "2", "online", "3", "post");
  private static final Map<String, String> APPLICANTS =
      Map.of("1", "citizen", "2", "business", "3", "state_body", "4", "other");
  private static final Pattern STATUS = Pattern.compile("[1-9]|10");

  /** Behind codes that are not quite in form: {@code H47.14.200918-0001}. */
  private static final Pattern ROOT_IN_FRONT = Pattern.compile("([GH]\\d{2})[.\\-_/].*");

  private static final Pattern ROOT_OF_PROCEDURE = Pattern.compile(".*\\.([GH]\\d{2})(\\.\\d{2})?");

  /** Everything that two equal messages say alike, in this order. */
  private static final List<String> USED =
      List.of(
          "MaHoSo",
          "MaTTHC",
          "NgayTiepNhan",
          "TrangThaiHoSo",
          "NgayHenTra",
          "NgayKetThucXuLy",
          "NgayTra",
          "KenhThucHien",
          "DonViXuLy",
          "LoaiDoiTuong",
          "DuocThanhToanTrucTuyen",
          "HoSoCoThanhPhanSoHoa");

  private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();

  private final UnitRegister register;

  /** The first day that a date may be, where the feed says one. */
  private final Map<String, LocalDate> earliest = new HashMap<>();

  DossierMessageJudge(UnitRegister register, Feed feed) {
    this.register = register;
    feed.columns().stream()
        .filter(column -> column.notBefore() != null)
        .forEach(column -> earliest.put(column.name(), column.notBefore()));
  }

  @Override
  public List<String> columns() {
    return List.of(
        "delivery_date",
        "dossier_code",
        "procedure_code",
        "province_code",
        "handling_code",
        "handling_name_hash",
        "channel",
        "applicant_kind",
        "status",
        "received_at",
        "due_at",
        "processed_at",
        "returned_at",
        "due_by_day",
        "processed_by_day",
        "returned_by_day",
        "fee",
        "paid_online",
        "digitised",
        "content_hash");
  }

  @Override
  public Verdict judge(RawRow.Cells row, Origin origin) {
    CellReader cells = new CellReader(row);
    String code = cells.required("MaHoSo");
    ProcedureCode procedure =
        cells.required("MaTTHC") == null
            ? null
            : cells.parsed(
                "MaTTHC",
                Reason.BAD_CODE,
                "a procedure code like " + ProcedureCode.FORM,
                value -> ProcedureCode.parse(value).orElse(null));
    cells.required("NgayTiepNhan");
    cells.required("TrangThaiHoSo");
    PortalTime received = time(cells, "NgayTiepNhan");
    PortalTime due = time(cells, "NgayHenTra");
    PortalTime processed = time(cells, "NgayKetThucXuLy");
    PortalTime returned = time(cells, "NgayTra");
    Integer status =
        cells.parsed(
            "TrangThaiHoSo",
            Reason.UNKNOWN_STATUS,
            "1 to 10",
            value -> STATUS.matcher(value).matches() ? Integer.valueOf(value) : null);
    Handling handling = handling(cells);
    String channel =
        cells.text("KenhThucHien") == null
            ? "in_person"
            : cells.parsed("KenhThucHien", Reason.BAD_VALUE, "1, 2 or 3", CHANNELS::get);
    List<String> amounts = Fees.amounts(cells);
    double fee = Fees.sum(amounts, cells);
    if (received != null && received.day().isAfter(origin.date())) {
      cells.reject(
          Reason.RECEIVED_AFTER_DELIVERY,
          "found NgayTiepNhan "
              + cells.text("NgayTiepNhan")
              + ", expected no later than the delivery of "
              + origin.date());
    }
    PortalTime finished = finished(status, processed, returned);
    if (received != null && finished != null && finished.isBefore(received)) {
      cells.reject(
          Reason.FINISHED_BEFORE_RECEIVED,
          "found NgayTiepNhan "
              + cells.text("NgayTiepNhan")
              + " after "
              + (processed != null
                  ? "NgayKetThucXuLy " + cells.text("NgayKetThucXuLy")
                  : "NgayTra " + cells.text("NgayTra"))
              + ", expected it before");
    }
    return cells
        .rejection()
        .<Verdict>map(Verdict.Rejected::new)
        .orElseGet(
            () ->
                new Verdict.Accepted(
                    Arrays.asList(
                        origin.date(),
                        code,
                        procedure.root(),
                        handling.province(),
                        handling.unit(),
                        handling.nameHash(),
                        channel,
                        cells.text("LoaiDoiTuong") == null
                            ? null
                            : APPLICANTS.get(cells.text("LoaiDoiTuong")),
                        status,
                        received.at(),
                        due == null ? null : due.at(),
                        processed == null ? null : processed.at(),
                        returned == null ? null : returned.at(),
                        due != null && due.isDay(),
                        processed != null && processed.isDay(),
                        returned != null && returned.isDay(),
                        fee,
                        isPaidOnline(cells.text("DuocThanhToanTrucTuyen")),
                        isDigitised(cells.text("HoSoCoThanhPhanSoHoa")),
                        contentHash(cells, amounts))));
  }

  /** {@code NgayKetThucXuLy}, else {@code NgayTra} of status 9 and 10 (contract, section 2). */
  private static PortalTime finished(Integer status, PortalTime processed, PortalTime returned) {
    if (processed != null) {
      return processed;
    }
    return status != null && status >= 9 ? returned : null;
  }

  private PortalTime time(CellReader cells, String field) {
    LocalDate first = earliest.get(field);
    return cells.parsed(
        field,
        Reason.BAD_DATE,
        PortalTime.FORMS + (first == null ? "" : ", not before " + first),
        value -> {
          PortalTime time = PortalTime.parse(value);
          return time == null || first == null || !time.day().isBefore(first) ? time : null;
        });
  }

  private static boolean isPaidOnline(String value) {
    return "1".equals(value) || "2".equals(value);
  }

  private static boolean isDigitised(String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /**
   * Who handles a dossier.
   *
   * @param unit null where it is not named by a code of the province or ministry
   * @param nameHash where it is named by a name: which unit that means depends on the units feed
   */
  private record Handling(String province, String unit, String nameHash) {}

  private Handling handling(CellReader cells) {
    String written = cells.text("DonViXuLy");
    UnitCode named = written == null ? null : UnitCode.parse(written).orElse(null);
    String province = named == null ? null : known(named.root().value());
    if (province == null) {
      province = rootOfCode(cells.text("MaHoSo"));
    }
    if (province == null) {
      province = rootOfProcedure(cells.text("MaTTHC"));
    }
    if (province == null) {
      cells.reject(
          Reason.UNKNOWN_UNIT,
          "found no known province or ministry in DonViXuLy, MaHoSo or MaTTHC, expected a code like "
              + UnitCode.FORMS);
      return null;
    }
    if (named != null) {
      return new Handling(
          province, named.root().value().equals(province) ? named.value() : null, null);
    }
    return new Handling(province, null, written == null ? null : UnitName.of(written).hash());
  }

  private String rootOfCode(String dossierCode) {
    if (dossierCode == null) {
      return null;
    }
    int dash = dossierCode.indexOf('-');
    UnitCode prefix =
        UnitCode.parse(dash < 0 ? dossierCode : dossierCode.substring(0, dash)).orElse(null);
    if (prefix != null) {
      return known(prefix.root().value());
    }
    Matcher root = ROOT_IN_FRONT.matcher(dossierCode);
    return root.matches() ? known(root.group(1)) : null;
  }

  private String rootOfProcedure(String procedureCode) {
    if (procedureCode == null) {
      return null;
    }
    Matcher root = ROOT_OF_PROCEDURE.matcher(procedureCode);
    return root.matches() ? known(root.group(1)) : null;
  }

  private String known(String root) {
    return register.byCode(root) instanceof UnitMatch.Found ? root : null;
  }

  private static long contentHash(CellReader cells, List<String> amounts) {
    StringBuilder all = new StringBuilder();
    for (String field : USED) {
      String value = cells.text(field);
      all.append(value == null ? "" : value).append('\u0000');
    }
    amounts.forEach(amount -> all.append(amount).append('\u0000'));
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    return HASH.hash(bytes, 0, bytes.length, 0);
  }
}
