package io.xephang.cli;

import io.xephang.cli.run.Conductor.Outcome;
import io.xephang.cli.run.JobRequest;
import io.xephang.home.ExitCode;
import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.AnnexReader;
import io.xephang.reports.annex.TextAnnex;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.Rankings;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xephang run}: one run of the pipeline. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Nhận dữ liệu mới, tính lại phần bị ảnh hưởng, kiểm tra và công bố.",
      "Ingest what is new, compute what it touches, audit, publish."
    },
    footer = {
      "",
      "XEPHANG_JOB_MEMORY: bộ nhớ của tiến trình tính / memory of the job (2g).",
      "",
      "Ví dụ / Example:",
      "  xephang run --landing landing --as-of 2020-08-31",
      "  xephang run --landing landing --accept national_catalog_halved=\"QĐ 123/QĐ-UBND\""
    })
final class RunCommand implements Callable<Integer> {
  /** The rate of letter 3485, with which a run shows what it has done. */
  private static final String SHOWN_INDICATOR = "level4_rate";

  private final CommandContext context;

  @Option(
      names = "--landing",
      required = true,
      paramLabel = "DIR",
      description = "Thư mục dữ liệu gửi đến, chỉ đọc. / The landing folder; it is only read.")
  private Path landing;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = IsoDay.class,
      description = {
        "Tính đến ngày này; mặc định là ngày mới nhất của dữ liệu.",
        "Compute up to this day; by default the newest date delivered."
      })
  private LocalDate asOf;

  @Mixin private PublishingOptions publishing;

  RunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(landing)) {
      throw CommandFailed.wrongUsage(
          "--landing " + landing + ": không có thư mục này / there is no such folder");
    }
    Outcome outcome =
        publishing.conduct(context, JobRequest.run(landing.toAbsolutePath().normalize(), asOf));
    if (outcome.exitCode() == ExitCode.DONE) {
      showAnnex();
    }
    return outcome.exitCode();
  }

  private void showAnnex() throws Exception {
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      Rankings rankings = warehouse.rankings();
      ServedIndicator shown =
          rankings.indicators().stream()
              .filter(indicator -> indicator.id().equals(SHOWN_INDICATOR))
              .findFirst()
              .orElseThrow();
      Optional<Annex> annex =
          new AnnexReader(rankings)
              .read(
                  new RankingQuestion(
                      shown.id(),
                      rankings.publication().asOf(),
                      Basis.COMPUTED,
                      shown.defaultPeriodType()),
                  shown);
      if (annex.isPresent()) {
        ResultFile.tell(context, null, out -> TextAnnex.write(annex.get(), out));
        if (rankings.publication().id() == 1) {
          context.err().println("\nTiếp theo, gõ / What next? Type: xephang");
        }
      } else {
        context.err().println("Chưa có xếp hạng / No ranking yet: " + SHOWN_INDICATOR);
      }
    } catch (NoServedDatabase e) {
      context.err().println("Chưa có công bố nào / Nothing was ever published.");
    }
  }
}
