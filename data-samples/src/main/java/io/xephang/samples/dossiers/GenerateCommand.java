package io.xephang.samples.dossiers;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that writes a series of deliveries to a landing folder. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tạo dữ liệu hồ sơ TỔNG HỢP (giả lập) vào một thư mục nhận dữ liệu.",
      "Writes SYNTHETIC dossier deliveries, with the units and catalogs that go with them, to a landing"
          + " folder, and what is true of them to DIR.truth.json beside it."
    })
final class GenerateCommand implements Callable<Integer> {
  private static final List<String> FEEDS =
      List.of("units", "reports", "catalogs", "dossiers", "progress");

  @Spec private CommandSpec spec;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "The landing folder.")
  private Path to;

  @Option(
      names = "--sample",
      description = "The sample of Hà Tĩnh and Quảng Nam, 2019-2020; other options do not matter.")
  private boolean sample;

  @Option(names = "--replace", description = "Removes what was generated in DIR before.")
  private boolean replace;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      defaultValue = "2020-01-01",
      description = "First day. Default: 2020-01-01.")
  private LocalDate from;

  @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Default: 30.")
  private int days;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description = "A delivery every N days. Default: 1.")
  private int every;

  @Option(
      names = "--provinces",
      split = ",",
      paramLabel = "CODE",
      defaultValue = "H47,H27",
      description = "Codes, with commas between. Default: H47,H27.")
  private List<String> provinces;

  @ArgGroup private Amount amount = new Amount();

  /** How much, in one of two ways. */
  static final class Amount {
    @Option(
        names = "--messages-per-day",
        paramLabel = "N",
        description = "Of all provinces together, on average. Default: 1000.")
    private Long perDay;

    @Option(names = "--messages", paramLabel = "N", description = "In all, about.")
    private Long inAll;
  }

  @Option(
      names = "--messages-per-file",
      paramLabel = "N",
      defaultValue = "50000",
      description = "At most. Default: 50000.")
  private int messagesPerFile;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ndjson",
      description = "ndjson, envelope, json or csv. Default: ndjson.")
  private DeliveryForm format;

  @Option(names = "--gzip", description = "Compresses all files.")
  private boolean gzip;

  @Option(names = "--progress", description = "Writes the steps of handling too.")
  private boolean progress;

  @Option(
      names = "--dirt",
      paramLabel = "RATE",
      defaultValue = "0",
      description =
          "About which share of messages is rejected, 0 to 1; other dirt follows. Default: 0.")
  private double dirt;

  @Option(
      names = "--rate",
      paramLabel = "KIND=RATE",
      description = "The rate of one kind of dirt, in place of what follows from --dirt.")
  private Map<String, Double> rates = new LinkedHashMap<>();

  @Option(
      names = "--procedures",
      paramLabel = "N",
      defaultValue = "300",
      description = "Of each province. Default: 300.")
  private int procedures;

  @Option(
      names = "--districts",
      paramLabel = "N",
      defaultValue = "8",
      description = "Of each province. Default: 8.")
  private int districts;

  @Option(
      names = "--communes",
      paramLabel = "N",
      defaultValue = "5",
      description = "Of each district. Default: 5.")
  private int communes;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new GenerateCommand()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    Series series = series();
    clear();
    Truth truth = written(series);
    Path truthFile = Truth.fileBeside(to);
    truth.writeTo(truthFile);
    PrintWriter out = spec.commandLine().getOut();
    out.println(DossierMessages.SYNTHETIC);
    out.printf(
        Locale.ROOT,
        "%d dossier messages and %d steps in %d files of %s%n",
        truth.rows("dossiers"),
        truth.rows("progress"),
        truth.files().size(),
        to);
    out.printf(Locale.ROOT, "as of %s; what is true of them: %s%n", truth.asOf(), truthFile);
    out.flush();
    return 0;
  }

  private Truth written(Series series) {
    try {
      return sample ? SampleSeries.write(to) : DossierSeries.write(to, series);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Series series() {
    if (sample) {
      return SampleSeries.series();
    }
    try {
      Map<Dirt, Double> exceptions = new LinkedHashMap<>();
      rates.forEach((label, rate) -> exceptions.put(Dirt.named(label), rate));
      long messages =
          amount.inAll != null
              ? amount.inAll
              : days * (amount.perDay != null ? amount.perDay : 1_000L);
      return new Series(
          seed,
          from,
          days,
          every,
          provinces,
          messages,
          messagesPerFile,
          format,
          gzip,
          progress,
          DirtRates.of(dirt, exceptions),
          new CatalogSize(procedures, districts, communes));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A landing folder of another series must not mix with this one, nor be lost by mistake. */
  private void clear() {
    List<Path> present = FEEDS.stream().map(to::resolve).filter(Files::exists).toList();
    if (present.isEmpty()) {
      return;
    }
    if (!replace || !Truth.existsBeside(to)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is there already; choose an empty folder%s"
              .formatted(
                  present.get(0),
                  Truth.existsBeside(to) ? ", or --replace what was generated" : ""));
    }
    present.forEach(GenerateCommand::remove);
  }

  private static void remove(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
