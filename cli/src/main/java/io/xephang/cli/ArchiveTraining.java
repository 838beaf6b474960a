package io.xephang.cli;

import io.xephang.cli.explain.ExplanationJson;
import io.xephang.cli.explain.ExplanationText;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.home.WallClock;
import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.Annex.Section;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.reports.annex.CsvAnnex;
import io.xephang.reports.annex.HtmlAnnex;
import io.xephang.reports.annex.MarkdownAnnex;
import io.xephang.reports.annex.TextAnnex;
import io.xephang.reports.content.NationalRanking;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.ReportTemplates;
import io.xephang.reports.word.WordReport;
import io.xephang.scheduler.service.SchedulerService;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.Headline;
import io.xephang.warehouse.PublishedValue;
import io.xephang.warehouse.PublishedValue.PeerRank;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedDatabase;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.SourceFile;
import io.xephang.warehouse.Sources;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Goes once through what the commands do, in a home folder of its own, so that the launcher can
 * keep the classes that this loads in an archive (AppCDS): later processes start in half the time.
 */
final class ArchiveTraining {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  private ArchiveTraining() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("xephang-training");
    try {
      DeploymentHome home = new DeploymentHome(folder);
      home.create();
      serveNothing(home);
      askEverything(home);
      renderEverything(home);
      schedule(home);
    } finally {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void serveNothing(DeploymentHome home) throws Exception {
    LocalDateTime time = DAY.atStartOfDay();
    RunRecord run =
        RunRecord.started("run-0", time, "run", "landing").ended(RunStatus.NOTHING_NEW, time, null);
    new RunRecords(home).save(run);
    new ServedDatabase(home, Definitions.shipped())
        .build(new Publication(1, "run-0", time, DAY, "", new TreeMap<>()), List.of(run));
  }

  private static void askEverything(DeploymentHome home) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    CommandContext context =
        new CommandContext(
            home, nowhere, nowhere, WallClock.system(), OptionalInt.of(80), Optional.empty());
    String select = "SELECT *, 0.5 AS half, [1] AS list FROM publication, indicator";
    Cli.execute(context);
    Cli.execute(context, "--help");
    Cli.execute(context, "--version");
    Cli.execute(context, "annex", "--as-of", DAY.toString());
    Cli.execute(context, "report", "list");
    Cli.execute(context, "explain", "level4_rate", "H47", DAY.toString());
    Cli.execute(context, "status");
    Cli.execute(context, "status", "--json");
    Cli.execute(context, "publication", "list");
    Cli.execute(context, "sql", "SELECT nothing");
    for (String format : List.of("table", "csv", "excel-csv", "json", "ndjson")) {
      Cli.execute(context, "sql", select, "--format", format);
    }
    Cli.execute(context, "query", "list");
    Cli.execute(context, "query", "below_target");
    for (String format : List.of("parquet", "xlsx")) {
      String file = home.folder().resolve("training." + format).toString();
      Cli.execute(context, "sql", select, "--format", format, "-o", file);
    }
  }

  private static void schedule(DeploymentHome home) throws Exception {
    QuietLibraries.set();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    CommandContext context =
        new CommandContext(
            home, nowhere, nowhere, WallClock.system(), OptionalInt.of(80), Optional.empty());
    Cli.execute(context, "dags", "list");
    Cli.execute(context, "dags", "next-execution", "nightly");
    try (SchedulerService scheduler =
        SchedulerService.start(
            SchedulerAccess.settings(context, 0, 1), context.clock(), line -> {})) {
      Cli.execute(context, "dags", "show", scheduler.engine().catalog().dags().firstKey());
      Cli.execute(context, "dags", "unpause", "nightly", "--dry-run");
      Cli.execute(context, "tasks", "states", "nightly");
    }
  }

  private static void renderEverything(DeploymentHome home) throws Exception {
    RankedUnit unit =
        new RankedUnit(1, 1, "H47", "Quảng Nam", 253L, 1987L, 0.1273, null, DAY, DAY, DAY);
    Headline headline = headline("VN");
    Annex annex =
        new Annex(
            new RankingQuestion("level4_rate", DAY, Basis.COMPUTED, PeriodType.AS_OF),
            new ServedIndicator(
                "level4_rate",
                "Tỉ lệ",
                "Rate",
                PeriodType.AS_OF,
                Direction.HIGHER_IS_BETTER,
                "a",
                "b"),
            new ServedPublication(1, "run-0", DAY.atStartOfDay(), DAY),
            List.of(
                new Section(SectionKind.MINISTRIES, List.of()),
                new Section(SectionKind.PROVINCES, List.of(unit))),
            List.of(headline, headline("VN.ministry"), headline("VN.province")),
            List.of("Bộ Công an"),
            new Sources(List.of("catalogs/2020-08-20/a.csv"), List.of()));
    TextAnnex.write(annex, new StringWriter());
    MarkdownAnnex.write(annex, new StringWriter());
    CsvAnnex.write(annex, new StringWriter());
    HtmlAnnex.write(annex, new StringWriter());
    WordReport.write(
        new ReportTemplates(home).inUse(ReportName.NATIONAL),
        NationalRanking.of(annex),
        OutputStream.nullOutputStream());
    Explanation explanation = explanation(annex);
    ExplanationText.write(explanation, 20, new StringWriter());
    ExplanationJson.write(explanation, new StringWriter());
  }

  private static Explanation explanation(Annex annex) {
    Offer offer = new Offer("H47", "Cấp giấy phép", 4, DAY, "catalogs/2020-08-20/a.csv");
    return new Explanation(
        annex.question(),
        annex.publication(),
        new ExplainedIndicator(
            "level4_rate",
            "Tỉ lệ",
            "Rate",
            false,
            "a",
            "a",
            "b",
            "b",
            new Computation(Rows.CATALOG, "service_level = 4", "true"),
            "Nghị quyết",
            List.of(),
            new DueTarget(0.3, DAY, "Nghị quyết")),
        new ExplainedUnit("H47", "Quảng Nam", "Tỉnh Quảng Nam", "province", null, null, true, true),
        new PublishedValue(
            DAY, null, 1L, 1L, 1.0, null, DAY, List.of(new PeerRank("province", 1, 1))),
        new Evidence.Services(
            List.of(new CatalogInForce("H47", "Quảng Nam", DAY, DAY, null, 1)),
            List.of(
                new CountedService(
                    "1.000001", 4, true, true, false, true, true, null, List.of(offer)))),
        List.of(new SourceFile(offer.file(), "00", "run-0", DAY.atStartOfDay())));
  }

  private static Headline headline(String scope) {
    return new Headline(scope, 1, 253L, 1987L, 0.1273, 0, 0.3, DAY.plusDays(1), 0L, -0.1727);
  }
}
