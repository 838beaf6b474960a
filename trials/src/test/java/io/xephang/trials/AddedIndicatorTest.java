package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.schemas.docs.MethodologyPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever follows {@code docs/add-indicator.md} has an indicator more by one file, and no Java: the
 * file is the one that the guide shows.
 */
@Tag("processes")
class AddedIndicatorTest {
  private static final Path GUIDE = Path.of("..", "docs", "add-indicator.md");
  private static final Pattern FILE =
      Pattern.compile("( *)```yaml title=\"(\\w+)\\.yaml\"\n(.*?)\n *```", Pattern.DOTALL);

  /** Three services online: H47 has two, of which one bears no fee, H01 one without a fee. */
  private static final String CATALOG =
      """
      unit_code,procedure_code,service_level,has_fee
      H47,1.000001,4,có
      H47,1.000002,3,không
      H47,1.000003,2,không
      H01,1.000001,3,
      """;

  @TempDir private Path folder;

  @Test
  void theIndicatorOfTheGuideIsEverywhere() throws Exception {
    Matcher guide = FILE.matcher(Files.readString(GUIDE));
    assertThat(guide.find()).as("%s shows the file of an indicator", GUIDE).isTrue();
    String id = guide.group(2);
    String text =
        Arrays.stream(guide.group(3).split("\n"))
            .map(line -> line.replaceFirst("^" + guide.group(1), ""))
            .collect(Collectors.joining("\n", "", "\n"));
    MoreDefinitions product = new MoreDefinitions(folder.resolve("product"), id + ".yaml", text);
    Path landing = folder.resolve("landing");
    Files.createDirectories(landing.resolve("catalogs/2020-08-20"));
    Files.writeString(landing.resolve("catalogs/2020-08-20/a.csv"), CATALOG);
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));

    ended(product.command("io.xephang.cli.Cli", "run", "--landing", landing.toString()), home);

    assertThat(
            sql(
                product,
                home,
                "SELECT unit_code, numerator, denominator, rank FROM ranking_at('"
                    + id
                    + "', '2020-08-20') WHERE value IS NOT NULL ORDER BY serial"))
        .as("the ranking, by SQL")
        .isEqualTo("unit_code,numerator,denominator,rank\nH01,1,1,1\nH47,1,2,2\n");
    assertThat(
            ended(
                product.command(
                    "io.xephang.cli.Cli",
                    "annex",
                    "--indicator",
                    id,
                    "--as-of",
                    "2020-08-20",
                    "--format",
                    "csv"),
                home))
        .as("the annex")
        .contains("provinces,2,2,H47,Quảng Nam,1,2,0.5");

    Path page = folder.resolve("methodology.md");
    ended(product.command(MethodologyPage.class.getName(), page.toString()), home);
    assertThat(Files.readString(page)).as("the documentation").contains("`" + id + "`");

    assertThat(ended(product.notebook("1-national-ranking.ipynb", id), home))
        .as("the notebook of the ranking: its name, (1 + 1) of (2 + 1), a province, a chart")
        .contains("Tỉ lệ dịch vụ công không thu phí, lệ phí")
        .contains("Ngày 20/8/2020, tỉ lệ chung cả nước là 66,67%")
        .contains("chỉ số này chưa có mục tiêu", "Chưa tỉnh nào báo cáo chỉ số này")
        .contains("Quảng Nam", "50,00%")
        .contains("<image/png>");
  }

  private String sql(MoreDefinitions product, DeploymentHome home, String select) throws Exception {
    return ended(product.command("io.xephang.cli.Cli", "sql", select, "--format", "csv"), home);
  }

  /** What a process says on standard output, once it has ended well. */
  private String ended(List<String> command, DeploymentHome home) throws Exception {
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    builder.environment().put("XEPHANG_JOB_MEMORY", "1g");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(ExitCode.DONE);
    return said;
  }
}
