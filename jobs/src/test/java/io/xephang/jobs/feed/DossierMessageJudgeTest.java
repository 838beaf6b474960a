package io.xephang.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.unit.UnitName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dossier messages count, what they say then, and why the others do not. */
class DossierMessageJudgeTest {
  private static final DossierMessageJudge JUDGE =
      new DossierMessageJudge(
          Deployment.DEFINITIONS.units(), Deployment.DEFINITIONS.feed("dossiers"));
  private static final Origin DELIVERED = new Origin(LocalDate.of(2020, 9, 30));

  /** A message as short as it may be. */
  private static final Map<String, String> LEAST =
      Map.of(
          "MaHoSo", "H47.14-200918-0001",
          "MaTTHC", "1.003560",
          "NgayTiepNhan", "20200918143000",
          "TrangThaiHoSo", "4");

  @Test
  void whatALongMessageSays() {
    assertThat(
            accepted(
                "MaTTHC", "1.003560.000.00.00.H47",
                "TrangThaiHoSo", "10",
                "NgayHenTra", "20200925",
                "NgayKetThucXuLy", "202009241630",
                "NgayTra", "20200926000000",
                "KenhThucHien", "2",
                "DonViXuLy", "000.05.14.H47",
                "LoaiDoiTuong", "3",
                "DuocThanhToanTrucTuyen", "2",
                "HoSoCoThanhPhanSoHoa", "1",
                "DanhSachLePhi", "[{\"Gia\":\"50000\"},{\"Gia\":\"\"},{\"Gia\":\"0.5\"}]"))
        .containsExactlyInAnyOrderEntriesOf(
            nullable(
                "delivery_date",
                LocalDate.of(2020, 9, 30),
                "dossier_code",
                "H47.14-200918-0001",
                "procedure_code",
                "1.003560",
                "province_code",
                "H47",
                "handling_code",
                "H47.14.05",
                "handling_name_hash",
                null,
                "channel",
                "online",
                "applicant_kind",
                "state_body",
                "status",
                10,
                "received_at",
                LocalDateTime.of(2020, 9, 18, 14, 30),
                "due_at",
                LocalDateTime.of(2020, 9, 25, 0, 0),
                "processed_at",
                LocalDateTime.of(2020, 9, 24, 16, 30),
                "returned_at",
                LocalDateTime.of(2020, 9, 26, 0, 0),
                "due_by_day",
                true,
                "processed_by_day",
                false,
                "returned_by_day",
                false,
                "fee",
                50000.5,
                "paid_online",
                true,
                "digitised",
                true));
  }

  @Test
  void whatTheShortestMessageSays() {
    assertThat(accepted())
        .containsExactlyInAnyOrderEntriesOf(
            nullable(
                "delivery_date",
                LocalDate.of(2020, 9, 30),
                "dossier_code",
                "H47.14-200918-0001",
                "procedure_code",
                "1.003560",
                "province_code",
                "H47",
                "handling_code",
                null,
                "handling_name_hash",
                null,
                "channel",
                "in_person",
                "applicant_kind",
                null,
                "status",
                4,
                "received_at",
                LocalDateTime.of(2020, 9, 18, 14, 30),
                "due_at",
                null,
                "processed_at",
                null,
                "returned_at",
                null,
                "due_by_day",
                false,
                "processed_by_day",
                false,
                "returned_by_day",
                false,
                "fee",
                0.0,
                "paid_online",
                false,
                "digitised",
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          MaHoSo               | -              | missing_field | MaHoSo is empty, expected a value
          MaTTHC               | -              | missing_field | MaTTHC is empty, expected a value
          NgayTiepNhan         | -              | missing_field | NgayTiepNhan is empty, expected a value
          TrangThaiHoSo        | -              | missing_field | TrangThaiHoSo is empty, expected a value
          DanhSachLePhi        | 50000          | malformed     | found no list of fees in DanhSachLePhi, expected JSON like [{"Gia":"50000"}]
          DanhSachLePhi        | {"Gia":"1"}    | malformed     | found no list of fees in DanhSachLePhi, expected JSON like [{"Gia":"50000"}]
          DanhSachLePhi        | ["An"]         | malformed     | found no list of fees in DanhSachLePhi, expected JSON like [{"Gia":"50000"}]
          DanhSachLePhi        | [{"Gia":["An"]}] | malformed   | found no list of fees in DanhSachLePhi, expected JSON like [{"Gia":"50000"}]
          DanhSachLePhi        | [{"Gia":"An    | malformed     | found no list of fees in DanhSachLePhi, expected JSON like [{"Gia":"50000"}]
          NgayTiepNhan         | 20200931       | bad_date      | found NgayTiepNhan '20200931', expected a date like 20200918143000, 202009181430 or 20200918, not before 2000-01-01
          NgayTiepNhan         | 19991231235959 | bad_date      | found NgayTiepNhan '19991231235959', expected a date like 20200918143000, 202009181430 or 20200918, not before 2000-01-01
          NgayTiepNhan         | 18/09/2020     | bad_date      | found NgayTiepNhan '18/09/2020', expected a date like 20200918143000, 202009181430 or 20200918, not before 2000-01-01
          NgayHenTra           | 20210229       | bad_date      | found NgayHenTra '20210229', expected a date like 20200918143000, 202009181430 or 20200918
          NgayKetThucXuLy      | 2020091824     | bad_date      | found NgayKetThucXuLy '2020091824', expected a date like 20200918143000, 202009181430 or 20200918
          NgayTra              | 20200918240000 | bad_date      | found NgayTra '20200918240000', expected a date like 20200918143000, 202009181430 or 20200918
          TrangThaiHoSo        | 0              | unknown_status| found TrangThaiHoSo '0', expected 1 to 10
          TrangThaiHoSo        | 11             | unknown_status| found TrangThaiHoSo '11', expected 1 to 10
          TrangThaiHoSo        | 04             | unknown_status| found TrangThaiHoSo '04', expected 1 to 10
          TrangThaiHoSo        | đang xử lý     | unknown_status| found TrangThaiHoSo 'đang xử lý', expected 1 to 10
          MaHoSo               | HS-1           | unknown_unit  | found no known province or ministry in DonViXuLy, MaHoSo or MaTTHC, expected a code like H47, H47.14.05 or 000.05.14.H47
          MaHoSo               | H99-1          | unknown_unit  | found no known province or ministry in DonViXuLy, MaHoSo or MaTTHC, expected a code like H47, H47.14.05 or 000.05.14.H47
          MaTTHC               | 1.0035         | bad_code      | found MaTTHC '1.0035', expected a procedure code like 1.003560, 1.003560.000.00.00.H56, 2.002621.H56
          MaTTHC               | 1.003560.H47.1 | bad_code      | found MaTTHC '1.003560.H47.1', expected a procedure code like 1.003560, 1.003560.000.00.00.H56, 2.002621.H56
          DanhSachLePhi        | [{"Gia":"12,5"}] | bad_number  | found Gia '12,5', expected a number like 50000
          DanhSachLePhi        | [{"Gia":1e999999999}] | bad_number | found Gia '1E+999999999', expected a number like 50000
          DanhSachLePhi        | [{"Gia":"1"},{"Gia":-1}] | bad_number | found Gia '-1', expected a number like 50000
          Gia                  | 50.000đ        | bad_number    | found Gia '50.000đ', expected a number like 50000
          KenhThucHien         | 4              | bad_value     | found KenhThucHien '4', expected 1, 2 or 3
          KenhThucHien         | online         | bad_value     | found KenhThucHien 'online', expected 1, 2 or 3
          NgayTiepNhan         | 20201001       | received_after_delivery  | found NgayTiepNhan 20201001, expected no later than the delivery of 2020-09-30
          NgayKetThucXuLy      | 20200918142959 | finished_before_received | found NgayTiepNhan 20200918143000 after NgayKetThucXuLy 20200918142959, expected it before
          NgayKetThucXuLy      | 20200917       | finished_before_received | found NgayTiepNhan 20200918143000 after NgayKetThucXuLy 20200917, expected it before
          """)
  void isRejected(String field, String value, String reason, String detail) {
    assertThat(judged(field, value)).isEqualTo(reason + ": " + detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # received      | status | processed      | returned | verdict
          20200918143000  | 4      | 20200918143000 |          | accepted: the same second
          20200918143000  | 4      | 202009181430   |          | accepted: missing seconds are 00
          20200918143001  | 4      | 202009181430   |          | finished_before_received
          20200918143000  | 4      | 20200918       |          | accepted: by day, one has no time
          20200918        | 4      | 20200918000000 |          | accepted: by day, one has no time
          20200918        | 4      | 20200917235959 |          | finished_before_received
          20200918        | 9      |                | 20200917 | finished_before_received
          20200918        | 10     |                | 20200917 | finished_before_received
          20200918        | 8      |                | 20200917 | accepted: a return finishes 9 and 10 only
          20200918        | 10     | 20200918       | 20200917 | accepted: the end of processing goes first
          20200930235959  | 4      |                |          | accepted: the last second of the delivery date
          20000101        | 4      |                |          | accepted: the first day that may be
          """)
  void timesAreComparedToTheSecondOrByDay(
      String received, String status, String processed, String returned, String verdict) {
    assertThat(
            judged(
                "NgayTiepNhan", received,
                "TrangThaiHoSo", status,
                "NgayKetThucXuLy", processed,
                "NgayTra", returned))
        .startsWith(verdict.replaceFirst(":.*", ""));
  }

  @Test
  void ofSeveralReasonsTheFirstInTheContractsOrderIsGiven() {
    Map<String, String> wrong = new HashMap<>();
    wrong.put("NgayKetThucXuLy", "20200101");
    assertThat(judgedWith(wrong)).startsWith("finished_before_received");
    wrong.put("NgayTiepNhan", "20201001");
    assertThat(judgedWith(wrong)).startsWith("received_after_delivery");
    wrong.put("KenhThucHien", "9");
    assertThat(judgedWith(wrong)).startsWith("bad_value");
    wrong.put("Gia", "12,5");
    assertThat(judgedWith(wrong)).startsWith("bad_number");
    wrong.put("MaTTHC", "1");
    assertThat(judgedWith(wrong)).startsWith("bad_code");
    wrong.put("MaHoSo", "HS-1");
    assertThat(judgedWith(wrong)).startsWith("unknown_unit");
    wrong.put("TrangThaiHoSo", "99");
    assertThat(judgedWith(wrong)).startsWith("unknown_status");
    wrong.put("NgayTra", "x");
    assertThat(judgedWith(wrong)).startsWith("bad_date");
    wrong.put("MaHoSo", null);
    assertThat(judgedWith(wrong)).startsWith("missing_field");
    wrong.put("DanhSachLePhi", "x");
    assertThat(judgedWith(wrong)).startsWith("malformed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # DonViXuLy  | MaHoSo                 | MaTTHC                 | province | handling code
          H47.14       | H01-1                  | 1.003560.H02           | H47      | H47.14
          h47.14.05    | H01-1                  | 1.003560.H02           | H47      | H47.14.05
          000.00.14.H47| H01-1                  | 1.003560.H02           | H47      | H47.14
          000.00.00.G18| H01-1                  | 1.003560.H02           | G18      | G18
          H47          | H01-1                  | 1.003560.H02           | H47      | H47
          H99.14       | H01.02-1               | 1.003560.H02           | H01      |
          H99          | 000.00.14.H47-200918-1 | 1.003560.H02           | H47      |
          H99          | HS-1                   | 1.003560.H02           | H02      |
                       | H47.14-200918-0001     | 1.003560               | H47      |
                       | 000.00.14.H47-200918-1 | 1.003560               | H47      |
                       | H47.14.200918-1        | 1.003560               | H47      |
                       | H99-1                  | 1.003560.000.00.00.H56 | H56      |
                       | HS-1                   | 1.003560.000.00.00.H55.02 | H55   |
                       | HS-1                   | 2.002621.G22           | G22      |
          Sở Y tế      | H47-1                  | 1.003560               | H47      |
          H47-14       | H01-1                  | 1.003560               | H01      |
          """)
  void theProvinceIsTheFirstKnownOneAndTheUnitLiesBelowIt(
      String handling, String dossier, String procedure, String province, String unit) {
    assertThat(accepted("DonViXuLy", handling, "MaHoSo", dossier, "MaTTHC", procedure))
        .containsEntry("province_code", province)
        .containsEntry("handling_code", unit);
  }

  @Test
  void aNameIsKeptAsAHashOnly() {
    assertThat(accepted("DonViXuLy", "Sở Y tế"))
        .containsEntry("handling_name_hash", UnitName.of("SỞ  Y TẾ").hash())
        .doesNotContainValue("Sở Y tế");
    assertThat(accepted("DonViXuLy", "H99.14"))
        .as("an unknown code is no name")
        .containsEntry("handling_name_hash", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DuocThanhToanTrucTuyen | 1     | paid_online    | true
          DuocThanhToanTrucTuyen | 2     | paid_online    | true
          DuocThanhToanTrucTuyen | 3     | paid_online    | false
          DuocThanhToanTrucTuyen | 0     | paid_online    | false
          DuocThanhToanTrucTuyen | true  | paid_online    | false
          HoSoCoThanhPhanSoHoa   | 1     | digitised      | true
          HoSoCoThanhPhanSoHoa   | true  | digitised      | true
          HoSoCoThanhPhanSoHoa   | 0     | digitised      | false
          HoSoCoThanhPhanSoHoa   | false | digitised      | false
          HoSoCoThanhPhanSoHoa   | 2     | digitised      | false
          KenhThucHien           | 1     | channel        | in_person
          KenhThucHien           | 2     | channel        | online
          KenhThucHien           | 3     | channel        | post
          LoaiDoiTuong           | 1     | applicant_kind | citizen
          LoaiDoiTuong           | 2     | applicant_kind | business
          LoaiDoiTuong           | 4     | applicant_kind | other
          LoaiDoiTuong           | 5     | applicant_kind |
          Gia                    | 12.5  | fee            | 12.5
          Gia                    | 0     | fee            | 0.0
          DanhSachLePhi          | [{"Gia":1},{"Gia":"2"},{"Gia":null},{"Ten":"x"}] | fee | 3.0
          DanhSachLePhi          | []    | fee            | 0.0
          DanhSachLePhi          | [{"Gia":50000.00}] | fee | 50000.0
          DanhSachLePhi          | [{"Gia":1.0E7}] | fee | 1.0E7
          DanhSachLePhi          | [{"Gia":2.5e-1}] | fee | 0.25
          DanhSachLePhi          | [{"Gia":1.05}] | fee   | 1.05
          DanhSachLePhi          | [{"Gia":10.0},{"Gia":0.5}] | fee | 10.5
          NgayTiepNhan           | 20200918     | received_at | 2020-09-18T00:00
          NgayTiepNhan           | 202009181430 | received_at | 2020-09-18T14:30
          NgayTiepNhan           | 20200229235959 | received_at | 2020-02-29T23:59:59
          """)
  void says(String field, String value, String column, String said) {
    Object found = accepted(field, value).get(column);
    assertThat(found == null ? null : found.toString()).isEqualTo(said);
  }

  @Test
  void messagesAreEqualIfAllUsedFieldsAreAsWritten() {
    Object hash = hash("DanhSachLePhi", "[{\"Gia\":\"1\"},{\"Gia\":\"2\"}]", "KenhThucHien", "1");
    assertThat(
            hash("KenhThucHien", "1", "DanhSachLePhi", "[{\"Ten\":\"x\",\"Gia\":1},{\"Gia\":2}]"))
        .as("numbers are taken as texts")
        .isEqualTo(hash);
    assertThat(hash("DanhSachLePhi", "[{\"Gia\":\"1\"},{\"Gia\":\"2\"}]"))
        .as("no channel says the same and is written otherwise")
        .isNotEqualTo(hash);
    assertThat(hash("DanhSachLePhi", "[{\"Gia\":1.0},{\"Gia\":2.0}]", "KenhThucHien", "1"))
        .as("fees written as programs do that know no whole numbers")
        .isEqualTo(hash);
    assertThat(hash("DanhSachLePhi", "[{\"Gia\":0.10}]"))
        .as("other decimals as they are written")
        .isEqualTo(hash("DanhSachLePhi", "[{\"Gia\":\"0.10\"}]"))
        .isNotEqualTo(hash("DanhSachLePhi", "[{\"Gia\":\"0.1\"}]"));
    assertThat(hash("DanhSachLePhi", "[{\"Gia\":\"2\"},{\"Gia\":\"1\"}]", "KenhThucHien", "1"))
        .as("another order of fees")
        .isNotEqualTo(hash);
    assertThat(hash("DanhSachLePhi", "[{\"Gia\":\"3\"}]", "KenhThucHien", "1"))
        .as("the same sum")
        .isNotEqualTo(hash);
    assertThat(hash("NgayHenTra", "20201001")).isNotEqualTo(hash("NgayTra", "20201001"));
  }

  private static Object hash(String... fieldsAndValues) {
    return judge(changed(fieldsAndValues), true).get("content_hash");
  }

  /** What an accepted message says, without the hash of its content. */
  private static Map<String, Object> accepted(String... fieldsAndValues) {
    return judge(changed(fieldsAndValues), false);
  }

  private static Map<String, Object> judge(Map<String, String> cells, boolean withHash) {
    RowJudge.Verdict verdict = JUDGE.judge(new RawRow.Cells(1, cells), DELIVERED);
    assertThat(verdict).isInstanceOf(RowJudge.Verdict.Accepted.class);
    Map<String, Object> said = new HashMap<>();
    var values = ((RowJudge.Verdict.Accepted) verdict).values();
    for (int i = 0; i < values.size(); i++) {
      said.put(JUDGE.columns().get(i), values.get(i));
    }
    if (!withHash) {
      said.remove("content_hash");
    }
    return said;
  }

  /** {@code accepted}, or the reason and what is said. */
  private static String judged(String... fieldsAndValues) {
    return verdict(changed(fieldsAndValues));
  }

  private static String judgedWith(Map<String, String> changes) {
    Map<String, String> cells = new HashMap<>(LEAST);
    cells.putAll(changes);
    cells.values().removeIf(value -> value == null);
    return verdict(cells);
  }

  private static String verdict(Map<String, String> cells) {
    return JUDGE.judge(new RawRow.Cells(1, cells), DELIVERED)
            instanceof RowJudge.Verdict.Rejected rejected
        ? rejected.rejection().reason().id() + ": " + rejected.rejection().detail()
        : "accepted";
  }

  private static Map<String, String> changed(String... fieldsAndValues) {
    Map<String, String> cells = new HashMap<>(LEAST);
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      if (fieldsAndValues[i + 1] == null) {
        cells.remove(fieldsAndValues[i]);
      } else {
        cells.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
      }
    }
    return cells;
  }

  private static Map<String, Object> nullable(Object... namesAndValues) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
