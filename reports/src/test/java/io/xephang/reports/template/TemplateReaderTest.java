package io.xephang.reports.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.DeploymentHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateReaderTest {
  private static final String START = "organisation: \"Bộ\"\nbody:\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ReportName.class)
  void everyShippedTemplateIsRightAsItIsAndAsItIsGivenOut(ReportName name) throws Exception {
    ReportTemplate shipped = new ReportTemplates(new DeploymentHome(folder)).inUse(name);
    assertThat(shipped.letterNumber()).as("a number is never invented").isNull();
    assertThat(shipped.letterDate()).isNull();
    assertThat(TemplateReader.read(name, "out.yaml", ReportTemplates.forEditing(name)))
        .isEqualTo(shipped);
    EnumSet<TableName> placed = EnumSet.noneOf(TableName.class);
    for (Block block : shipped.body()) {
      if (block instanceof Block.Table table) {
        placed.add(table.name());
      }
    }
    assertThat(placed).containsExactlyInAnyOrderElementsOf(name.tables());
  }

  /** One for each rule: report, text behind the start, line, what the message says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NATIONAL | - title: "{as_off}"                        | 3 | there is no value {as_off}; có / there are {letter_number}
          NATIONAL | - title: "{unit}"                          | 3 | there is no value {unit}
          NATIONAL | - title: "{as_of"                          | 3 | a { that no } closes
          NATIONAL | - title: "as_of}"                          | 3 | a } without a { before it
          NATIONAL | - title: {as_of}                           | 3 | one that begins with { must be quoted
          NATIONAL | - titel: "X"                               | 3 | unknown key 'titel'
          NATIONAL | - when: left_out                           | 3 | expected exactly one of title, subject
          NATIONAL | - {title: "X", heading: "Y"}               | 3 | found title, heading
          NATIONAL | - {title: "X", title: "Y"}                 | 3 | title
          NATIONAL | - {title: "X", when: headlines}            | 3 | no such table or value; có / there are ministries, provinces
          NATIONAL | - {title: "X", columns: {rank: "R"}}       | 3 | only a table has 'columns'
          NATIONAL | - {table: districts, columns: {rank: "R"}} | 3 | no such table; có / there are ministries, provinces
          NATIONAL | - {table: provinces}                       | 3 | the table lacks 'columns'
          NATIONAL | - {table: provinces, columns: {}}          | 3 | the table has no columns
          NATIONAL | - {table: provinces, columns: {gap: "G"}}  | 3 | unknown key 'gap'
          NATIONAL | - "X"                                      | 3 | expected lines 'key: value'
          NATIONAL | place: "Hà Nội"                            | 3 | unknown key 'place'
          NATIONAL | letter_date: 2020-09-10                    | 3 | expected a date like 10/9/2020
          NATIONAL | letter_date: 31/9/2020                     | 3 | expected a date like 10/9/2020
          WEEKLY   | recipients: "VT"                           | 3 | expected a list
          NATIONAL | x: [                                       | 4 | no YAML
          """)
  void whatIsWrongIsNamedByFileAndLine(ReportName name, String text, int line, String message) {
    boolean block = text.startsWith("-");
    String whole =
        block ? START + "  " + text : START.replace("body:\n", "body: []\n") + text + "\n";
    assertThatThrownBy(() -> TemplateReader.read(name, "own.yaml", whole))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("own.yaml, dòng / line " + line + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> TemplateReader.read(ReportName.NATIONAL, "own.yaml", "body: []"))
        .hasMessageContaining("missing key 'organisation'");
    assertThatThrownBy(() -> TemplateReader.read(ReportName.NATIONAL, "own.yaml", "# nothing\n"))
        .hasMessageContaining("the file is empty");
  }

  @Test
  void aTemplateOfOnesOwnCounts() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    Files.createDirectories(home.reports());
    Path own = home.reports().resolve("national.yaml");
    String text =
        """
        organisation: "Bộ"
        letter_number: 12/BC
        letter_date: 05/02/2021
        body:
          - title: "Đến {as_of}:\\nhết"
            unless: left_out
        """;
    // As Windows' editor saves it.
    Files.writeString(own, "\uFEFF" + text.replace("\n", "\r\n"));
    ReportTemplates templates = new ReportTemplates(home);
    assertThat(templates.hasOwn(ReportName.NATIONAL)).isTrue();
    assertThat(templates.hasOwn(ReportName.WEEKLY)).isFalse();
    ReportTemplate read = templates.inUse(ReportName.NATIONAL);
    assertThat(read.letterNumber()).isEqualTo("12/BC");
    assertThat(read.letterDate()).isEqualTo(LocalDate.of(2021, 2, 5));
    assertThat(read.numbered("13/BC", null).letterNumber()).isEqualTo("13/BC");
    Block.Text title = (Block.Text) read.body().get(0);
    assertThat(title.wording().filled(Map.of(Placeholder.AS_OF, "1/2/2021")))
        .isEqualTo("Đến 1/2/2021:\nhết");
    assertThat(title.conditions())
        .isEqualTo(List.of(new Block.HasValue(Placeholder.LEFT_OUT, false)));

    Files.write(own, "organisation: \"Bộ\"".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> templates.inUse(ReportName.NATIONAL))
        .hasMessageContaining(own.toString())
        .hasMessageContaining("save it as UTF-8");
  }
}
