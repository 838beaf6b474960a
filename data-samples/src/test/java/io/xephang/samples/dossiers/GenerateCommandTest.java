package io.xephang.samples.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  private static final int WRONG_USAGE = 2;

  @TempDir private Path temporary;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int generate(String... options) {
    CommandLine command = GenerateCommand.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--to", temporary.resolve("landing").toString()));
    return command.execute(arguments.toArray(String[]::new));
  }

  @Test
  void writesALandingFolderAndTheTruthBesideIt() {
    assertThat(generate("--days", "2", "--messages", "50", "--provinces", "H30")).isZero();

    assertThat(temporary.resolve("landing/dossiers/2020-01-02/H30-001.ndjson")).isNotEmptyFile();
    assertThat(temporary.resolve("landing/catalogs/2019-12-01/synthetic-H30.csv")).isNotEmptyFile();
    assertThat(temporary.resolve("landing/units/synthetic-H30.csv")).isNotEmptyFile();
    assertThat(temporary.resolve("landing.truth.json"))
        .content()
        .contains("\"synthetic\" : \"SYNTHETIC - dữ liệu tổng hợp (giả lập)\"");
    assertThat(out.toString()).startsWith("SYNTHETIC - dữ liệu tổng hợp (giả lập)");
  }

  @Test
  void leavesAFolderAloneThatItDidNotMake() throws IOException {
    Path own = temporary.resolve("landing/dossiers/2020-01-01/H30-1.ndjson");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "{}\n");

    assertThat(generate("--replace")).isEqualTo(WRONG_USAGE);
    assertThat(err.toString()).contains("is there already; choose an empty folder");
    assertThat(own).hasContent("{}\n");
  }

  @Test
  void replacesWhatItMadeWhenAsked() {
    assertThat(generate("--days", "1", "--messages", "20", "--from", "2020-02-03")).isZero();
    assertThat(generate("--days", "1", "--messages", "20")).isEqualTo(WRONG_USAGE);
    assertThat(err.toString()).contains("--replace what was generated");

    assertThat(generate("--days", "1", "--messages", "20", "--replace")).isZero();
    assertThat(temporary.resolve("landing/dossiers/2020-01-01")).isNotEmptyDirectory();
    assertThat(temporary.resolve("landing/dossiers/2020-02-03")).doesNotExist();
  }

  @Test
  void saysWhichKindsOfDirtThereAre() {
    assertThat(generate("--rate", "mud=0.1")).isEqualTo(WRONG_USAGE);
    assertThat(err.toString()).contains("'mud' is no kind of dirt", "bad_date", "late_file");
  }

  @Test
  void saysThatAProvinceIsUnknown() {
    assertThat(generate("--provinces", "H99")).isEqualTo(WRONG_USAGE);
    assertThat(err.toString()).contains("'H99' is none of the 63 provinces of 2020");
  }
}
