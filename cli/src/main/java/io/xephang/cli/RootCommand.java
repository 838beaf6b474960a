package io.xephang.cli;

import io.xephang.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What is said when no command is given, and the help of all. */
@Command(
    name = "xephang",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Xếp hạng dịch vụ công trực tuyến: nhận dữ liệu, tính, công bố, tra cứu.",
      "Rankings of online public services: ingest, compute, publish, query."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "XEPHANG_HOME: thư mục chứa mọi dữ liệu được ghi (mặc định ./var).",
      "XEPHANG_HOME: the folder that holds everything that is written (default ./var).",
      "",
      "Mã thoát / Exit codes: 0 xong / done; 1 lỗi / failed; 2 dùng sai / wrong usage;",
      "3 kiểm tra dữ liệu không đạt, không công bố / a data check failed, nothing was published;",
      "4 tiến trình khác đang ghi / another writer is at work;",
      "141 chương trình đọc kết quả đã dừng / the reader of the result has stopped, as head does.",
      "",
      "Ví dụ / Examples:",
      "  xephang",
      "  xephang run --landing data-samples/landing",
      "  xephang annex --help"
    })
final class RootCommand implements Callable<Integer> {
  private final CommandContext context;

  RootCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context
        .out()
        .print(
            """
            xephang: xếp hạng dịch vụ công trực tuyến / rankings of online public services

            Lần đầu, dùng thử với mẫu / The first time, with the sample:
              xephang run --landing data-samples/landing

            Rồi hỏi / Then ask:
              xephang annex --as-of 2020-08-20 phụ lục xếp hạng / the ranking annex
              xephang report list              báo cáo Word, PDF theo mẫu / Word and PDF reports
              xephang explain level4_rate H47 2020-08-20
                                               vì sao có số này / why a figure is what it is
              xephang query list               truy vấn có sẵn / saved queries
              xephang sql "SELECT * FROM unit" tra cứu / query
              xephang dags list                lịch chạy hằng đêm, hằng tháng / nightly and monthly runs
              xephang notebook                 sổ tính toán Jupyter / Jupyter notebooks
              xephang status                   tình hình / how things stand

              xephang --help                   mọi lệnh / all commands
              xephang LỆNH --help              tùy chọn và ví dụ / options and examples
              docs/start.md                    hướng dẫn / the guide

            Gõ ./xephang ở thư mục của chương trình, hoặc thêm thư mục ấy vào PATH.
            Type ./xephang in the folder of the program, or add that folder to PATH.
            """);
    return ExitCode.DONE;
  }
}
