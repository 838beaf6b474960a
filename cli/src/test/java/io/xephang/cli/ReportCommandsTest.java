package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of Quảng Nam on Friday 11/9/2020; the figures are counted by hand in the lake. */
class ReportCommandsTest {
  private static final String NOTICE =
      "SỐ LIỆU GIẢ LẬP dùng để minh họa, không phải số liệu thật (synthetic data)";

  @TempDir static Path folder;
  private static DeploymentHome home;
  private final CapturedCli cli = new CapturedCli(home, Optional.empty());

  @BeforeAll
  static void serve() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    ProvinceLake.serve(home);
  }

  private WordPages made(String... arguments) throws Exception {
    Path file = folder.resolve("made.docx");
    String[] all = Arrays.copyOf(arguments, arguments.length + 3);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[0] = "report";
    all[arguments.length + 1] = "-o";
    all[arguments.length + 2] = file.toString();
    assertThat(cli.run(all)).as(cli.err()).isZero();
    return WordPages.of(file);
  }

  @Test
  void theNationalRanking() throws Exception {
    WordPages pages =
        made(
            "national",
            "--as-of",
            "2020-09-11",
            "--letter",
            "3485/BTTTT-THH",
            "--letter-date",
            "2020-09-10");
    assertThat(pages.paragraphs())
        .containsSequence(
            "PHỤ LỤC",
            "TỈ LỆ CUNG CẤP DỊCH VỤ CÔNG TRỰC TUYẾN MỨC ĐỘ 4\nCỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG",
            "(Kèm theo Công văn số 3485/BTTTT-THH ngày 10/9/2020\ncủa Bộ Thông tin và Truyền"
                + " thông)",
            "Số liệu ngày 11/9/2020",
            NOTICE,
            "I. TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG",
            "Ghi chú:");
    assertThat(pages.tables())
        .as("no ministry is ranked")
        .containsExactly(
            List.of(
                "TT | Hạng | Tỉnh/Thành phố trực thuộc Trung ương | Tử số | Mẫu số | Tỉ lệ | Ngày số"
                    + " liệu",
                "1 | 1 | Quảng Nam | 253 | 1.988 | 12,73% | 20/8/2020",
                "2 | 2 | An Giang | 11 | 100 | 11,00% | 20/8/2020"));
  }

  @Test
  void anAnnexWithoutANumberHasDots() throws Exception {
    Path file = folder.resolve("annex.docx");
    assertThat(cli.run("annex", "--as-of", "2020-09-11", "--format", "docx", "-o", file.toString()))
        .isZero();
    assertThat(WordPages.of(file).paragraphs())
        .contains("(Kèm theo Công văn số …/… ngày …/…/…\ncủa Bộ Thông tin và Truyền thông)");
    assertThat(cli.run("annex", "--as-of", "2020-09-11", "--format", "docx")).isEqualTo(2);
    assertThat(cli.err()).contains("a document needs -o FILE");
  }

  @Test
  void theRatesOfAProvince() throws Exception {
    WordPages pages = made("province", "--unit", "Quảng Nam", "--as-of", "2020-09-11");
    assertThat(pages.tables())
        .containsExactly(
            List.of(
                "TT | Sở, ban, ngành | Tỉ lệ theo báo cáo | Tính lại | Tỉ lệ theo danh mục | Ghi"
                    + " chú",
                "1 | Sở Giao thông vận tải | 9/91 = 9,98% | 9,89% | 9/91 = 9,89% | Bao gồm DVC Bộ"
                    + " chủ quản xây dựng. Không khớp, đúng là 9,89%",
                "2 | Văn phòng UBND tỉnh | không |  | – | "),
            List.of(
                "TT | UBND các huyện, thị xã, thành phố | Tỉ lệ theo danh mục",
                "1 | Huyện Bắc Trà My | 3/330 = 0,91%"));
    assertThat(pages.paragraphs())
        .contains(
            "PHỤ LỤC I",
            "(Ban hành kèm theo Công văn số …/… ngày …/…/…\ncủa UBND tỉnh Quảng Nam)",
            NOTICE,
            "II. UBND CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ",
            "- Tỉ lệ chung của tỉnh Quảng Nam vào ngày 11/9/2020, mỗi dịch vụ tính một lần: 12,73%"
                + " (253/1.988); mục tiêu 30% (hạn 31/12/2020): còn thiếu 17,27 điểm phần trăm."
                + " Cộng của các sở, ban, ngành: 9/91 = 9,89%.",
            "- Số liệu báo cáo ngày 10/9/2020 (Công văn 5479); số liệu tính từ danh mục thủ tục"
                + " hành chính ngày 20/8/2020 (1 tệp).");
  }

  @Test
  void theMonthOfAProvince() throws Exception {
    WordPages pages = made("monthly", "--unit", "H47", "--as-of", "2020-09-11");
    assertThat(pages.paragraphs())
        .containsSubsequence(
            "BÁO CÁO",
            "Tình hình cung cấp dịch vụ công trực tuyến của tỉnh Quảng Nam tháng 9/2020",
            NOTICE,
            "I. KẾT QUẢ TRONG THÁNG",
            "Đến ngày 11/9/2020, tỉ lệ dịch vụ công trực tuyến mức độ 4 của tỉnh đạt 12,73%"
                + " (253/1.988).",
            "- So với cuối tháng 8/2020: tăng 2,67 điểm phần trăm.",
            "- Xếp hạng trong các tỉnh, thành phố: 1/2, tăng 01 bậc so với cuối tháng 8/2020.",
            "Tháng chưa hết: hồ sơ được tính đến hết ngày 11/9/2020.",
            "II. ĐƠN VỊ CHƯA ĐẠT MỤC TIÊU",
            "Có 02/02 đơn vị có tỉ lệ dịch vụ công trực tuyến mức độ 4 dưới mục tiêu 30% (hạn"
                + " 31/12/2020).",
            "III. GIẢI QUYẾT HỒ SƠ",
            "IV. GỬI SỐ LIỆU",
            "Theo công bố số 4 lúc 12/9/2020 01:30, có 01 lượt đơn vị gửi số liệu trễ hạn:",
            "Sở Thông tin và Truyền thông kính báo cáo./.");
    assertThat(pages.tables().get(0).get(0))
        .contains("UBND TỈNH QUẢNG NAM")
        .contains("Số: …/BC-STTTT")
        .contains("Quảng Nam, ngày … tháng … năm …");
    assertThat(pages.tables().subList(1, 5))
        .containsExactly(
            List.of(
                "TT | Chỉ số | Tử số | Mẫu số | Tỉ lệ | Tháng trước | Tăng, giảm (điểm %)",
                "1 | Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4 | 253 | 1.988 | 12,73% |"
                    + " 10,06% | +2,67",
                "2 | Tỉ lệ dịch vụ công trực tuyến có phát sinh hồ sơ | 1 | 2 | 50,00% | 25,00% |"
                    + " +25,00",
                "3 | Tỉ lệ hồ sơ giải quyết đúng hạn | 2 | 3 | 66,67% |  | ",
                "4 | Tỉ lệ hồ sơ chưa giải quyết đã quá hạn | 1 | 1 | 100,00% |  | "),
            List.of(
                "TT | Đơn vị | Tử số | Mẫu số | Tỉ lệ | Tăng, giảm (điểm %) | Còn thiếu (điểm %)",
                "1 | Sở Giao thông vận tải | 9 | 91 | 9,89% | 0,00 | 20,11",
                "2 | Huyện Bắc Trà My | 3 | 330 | 0,91% | 0,00 | 29,09"),
            List.of(
                "TT | Đơn vị | Giải quyết xong | Trước hạn | Đúng hạn | Quá hạn | Tỉ lệ đúng hạn |"
                    + " Quá hạn, chưa xong",
                "1 | Sở Giao thông vận tải | 3 | 1 | 2 | 1 | 66,67% | 0",
                "2 | Huyện Bắc Trà My | 0 | 0 | 0 | 0 | – | 1"),
            List.of(
                "TT | Đơn vị | Loại số liệu | Số liệu gần nhất | Hạn gửi",
                "1 | Quảng Nam | Tỉ lệ báo cáo | chưa gửi | –"));
  }

  @Test
  void aRankAmongOtherProvincesIsNoRiseOrFall() throws Exception {
    assertThat(made("monthly", "--unit", "H47", "--as-of", "2020-08-31").paragraphs())
        .contains(
            "- Xếp hạng trong các tỉnh, thành phố: 2/2 (cuối tháng 7/2020: 1/1 đơn vị có số liệu khi đó).");
  }

  @Test
  void theSecondFridayOfAPeakMonth() throws Exception {
    WordPages pages = made("weekly", "--unit", "H47", "--as-of", "2020-09-11");
    assertThat(pages.paragraphs())
        .containsSubsequence(
            "Kết quả thực hiện tháng cao điểm 9/2020\nTuần 2 (từ ngày 5/9/2020 đến ngày 11/9/2020)",
            NOTICE,
            "- Hồ sơ của dịch vụ mức độ 3, 4 nộp trực tuyến: 66,67% (2/3); yêu cầu 100%.",
            "- Hồ sơ giải quyết đúng hạn: 66,67% (2/3).",
            "- Hồ sơ đã quá hạn, chưa giải quyết xong: 1; yêu cầu không có.");
    assertThat(pages.tables().subList(1, 3))
        .containsExactly(
            List.of(
                "Tuần | Từ – đến | Tiếp nhận | Nộp trực tuyến | Thanh toán trực tuyến | Số hóa |"
                    + " Giải quyết xong | Đúng hạn | Quá hạn, chưa xong",
                "1 | 1/9 – 4/9 | 2 | 50,00% | 100,00% | 50,00% | 1 | 100,00% | 1",
                "2 | 5/9 – 11/9 | 1 | 100,00% | – | 0,00% | 2 | 50,00% | 1",
                " | Cộng | 3 | 66,67% | 100,00% | 33,33% | 3 | 66,67% | 1"),
            List.of(
                "TT | Đơn vị | Tiếp nhận | Nộp trực tuyến | Giải quyết xong | Đúng hạn | Quá hạn,"
                    + " chưa xong",
                "1 | Sở Giao thông vận tải | 2 | 50,00% | 3 | 66,67% | 0",
                "2 | Huyện Bắc Trà My | 1 | 100,00% | 0 | – | 1"));
  }

  @Test
  void theWeekOfOneDepartmentNamesItsProvince() throws Exception {
    WordPages pages = made("weekly", "--unit", "H47.05", "--as-of", "2020-09-11");
    assertThat(pages.tables().get(0).get(0))
        .startsWith("UBND TỈNH QUẢNG NAM")
        .contains("SỞ GIAO THÔNG VẬN TẢI");
    assertThat(pages.tables()).as("head, weeks, signature: nobody is below it").hasSize(3);
  }

  @Test
  void whatCannotBeReportedSaysWhy() {
    String file = folder.resolve("none.docx").toString();
    assertThat(cli.run("report", "weekly", "--unit=H47", "--as-of=2020-08-14", "-o", file))
        .isEqualTo(2);
    assertThat(cli.err()).contains("2020-08-14").contains("is in no peak month (3, 6, 9, 12)");
    assertThat(cli.run("report", "weekly", "--unit=H01", "--as-of=2020-09-11", "-o", file))
        .isEqualTo(1);
    assertThat(cli.err()).contains("no dossiers: H01 An Giang");
    assertThat(cli.run("report", "weekly", "--unit=H47", "--as-of=2021-03-05", "-o", file))
        .isEqualTo(1);
    assertThat(cli.err()).contains("dossiers are counted up to 2020-09-11");
    assertThat(cli.run("report", "monthly", "--unit=H47.05", "--as-of=2020-09-11", "-o", file))
        .isEqualTo(2);
    assertThat(cli.err()).contains("this report is of a province");
    assertThat(cli.run("report", "province", "--unit=H01", "--as-of=2020-09-11", "-o", file))
        .isEqualTo(1);
    assertThat(cli.err()).contains("no figures of any unit below H01 An Giang");
    assertThat(cli.run("report", "province", "--unit=Quang", "--as-of=2020-09-11", "-o", file))
        .isEqualTo(2);
    assertThat(cli.err()).contains("there is no such unit").contains("H47 Quảng Nam");
    assertThat(cli.run("report", "national", "--as-of=2019-01-01", "-o", file)).isEqualTo(1);
    assertThat(cli.err()).contains("no data: level4_rate");
    assertThat(cli.run("report", "monthly", "--unit=H47", "--as-of=2020-09-11")).isEqualTo(2);
    Path called = folder.resolve("none.pdf");
    assertThat(cli.run("report", "national", "--as-of=2020-09-11", "-o", called.toString()))
        .isEqualTo(2);
    assertThat(cli.err()).contains("--format docx không ghi tệp như vậy", "add: --format pdf");
    assertThat(called).doesNotExist();
    assertThat(cli.run("report", "yearly")).isEqualTo(2);
    assertThat(cli.run("report")).isEqualTo(2);
    assertThat(cli.err()).contains("expected a report: national, province, monthly, weekly");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aTemplateIsWrittenOutChangedAndUsed() throws Exception {
    Path own = home.reports().resolve("national.yaml");
    try {
      // However it is written, the folder is made.
      Path written = home.folder().resolve("serving/../reports/./national.yaml");
      assertThat(cli.run("report", "template", "national", "-o", written.toString())).isZero();
      assertThat(cli.run("report", "template", "national", "-o", own.toString())).isEqualTo(2);
      assertThat(cli.err()).contains("is there already and may have been changed");
      assertThat(cli.run("report", "list")).isZero();
      assertThat(cli.out()).contains("mẫu / template: " + own).contains("có sẵn / shipped");

      String shipped = Files.readString(own);
      Files.writeString(
          own, shipped.replace("name: \"Tỉnh/Thành phố trực thuộc Trung ương\"", "name: \"Tỉnh\""));
      assertThat(made("national", "--as-of", "2020-09-11").tables().get(0).get(0))
          .startsWith("TT | Hạng | Tỉnh | ");

      Files.writeString(own, shipped.replace("{headline}", "{headlines}"));
      Path file = folder.resolve("refused.docx");
      assertThat(cli.run("report", "national", "--as-of", "2020-09-11", "-o", file.toString()))
          .isEqualTo(1);
      long line = shipped.substring(0, shipped.indexOf("{headline}")).lines().count();
      assertThat(cli.err())
          .contains(own + ", dòng / line " + line + ": ")
          .contains("there is no value {headlines}")
          .contains("{headline}");
      assertThat(file).doesNotExist();
    } finally {
      Files.deleteIfExists(own);
    }
    assertThat(cli.run("report", "template", "weekly")).isZero();
    assertThat(cli.out()).contains("body:").contains("#   {week}: ").contains("#   weeks: ");
  }
}
