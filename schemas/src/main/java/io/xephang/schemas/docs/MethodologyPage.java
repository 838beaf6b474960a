package io.xephang.schemas.docs;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.Label;
import io.xephang.schemas.Validity;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.indicator.IndicatorKind;
import io.xephang.schemas.indicator.LegalBasis;
import io.xephang.schemas.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page {@code docs/methodology.md}: what the definitions say, in Vietnamese and English. */
public final class MethodologyPage {
  /** What to run, in the folder of the parent pom, when a definition has changed. */
  public static final String COMMAND = "mvn -q -pl schemas compile exec:java";

  private static final DateTimeFormatter VIETNAMESE =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

  private final Definitions definitions;

  public MethodologyPage(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Writes the page of the definitions that ship.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), new MethodologyPage(Definitions.shipped()).markdown());
  }

  public String markdown() {
    String indicators =
        definitions.indicators().values().stream()
            .map(this::section)
            .collect(Collectors.joining("\n"));
    return """
        # Phương pháp tính / Methodology

        <!-- Generated from the definitions in schemas/. Do not edit; run: %s -->

        Mỗi chỉ số là một tỉ lệ, được định nghĩa ở một nơi duy nhất; trang này được tạo từ các định nghĩa đó.
        *Every indicator is a rate that is defined in one place only; this page is generated from there.*

        %s
        ## Các chỉ số / Indicators

        %s"""
        .formatted(COMMAND, rules(), indicators);
  }

  private static String rules() {
    try (InputStream text = MethodologyPage.class.getResourceAsStream("rules.md")) {
      return new String(
          Objects.requireNonNull(text, "rules.md").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String section(Indicator indicator) {
    List<Target> targets =
        definitions.targets().stream()
            .filter(target -> target.indicator().equals(indicator.id()))
            .toList();
    return """
        ### %s / %s

        `%s`

        | | Tiếng Việt | English |
        | --- | --- | --- |
        %s%s%s%s%s
        Căn cứ pháp lý / Legal basis:

        %s%s%s"""
        .formatted(
            indicator.name().vi(),
            indicator.name().en(),
            indicator.id(),
            row("Loại / Kind", kind(indicator.kind())),
            row("Tử số / Numerator", indicator.numerator()),
            row("Mẫu số / Denominator", indicator.denominator()),
            row("Chiều / Direction", direction(indicator.direction())),
            indicator
                .computation()
                .map(MethodologyPage::computed)
                .orElseGet(MethodologyPage::onlyReported),
            items(indicator.legalBasis().stream().map(MethodologyPage::item).toList()),
            list(
                "Thay đổi định nghĩa / Changes of the definition",
                indicator.definitionChanges().stream().map(MethodologyPage::item).toList()),
            list("Mục tiêu / Targets", targets.stream().map(MethodologyPage::item).toList()));
  }

  private static Label kind(IndicatorKind kind) {
    return switch (kind) {
      case AS_OF -> new Label("tại một ngày", "of a day (as_of)");
      case PERIOD ->
          new Label("trong một kỳ (tháng, quý, năm)", "of a period (month, quarter, year)");
    };
  }

  private static Label direction(Direction direction) {
    return switch (direction) {
      case HIGHER_IS_BETTER -> new Label("càng cao càng tốt", "higher is better");
      case LOWER_IS_BETTER -> new Label("càng thấp càng tốt", "lower is better");
    };
  }

  private static String computed(Computation computation) {
    Label rows =
        switch (computation.rows()) {
          case CATALOG ->
              new Label(
                  "các thủ tục trong danh mục đang có hiệu lực của đơn vị, mỗi thủ tục một lần",
                  "procedures of the unit's catalog in force, each once");
          case SERVICES_OF_PERIOD ->
              new Label(
                  "các thủ tục trong danh mục có hiệu lực vào ngày cuối kỳ, kèm số hồ sơ tiếp nhận"
                      + " trong kỳ",
                  "procedures of the catalog in force on the period's last day, with the numbers of"
                      + " dossiers received in the period");
          case DOSSIERS_RECEIVED ->
              new Label("hồ sơ tiếp nhận trong kỳ", "dossiers received in the period");
          case DOSSIERS_FINISHED ->
              new Label("hồ sơ giải quyết xong trong kỳ", "dossiers finished in the period");
          case DOSSIERS_TO_FINISH ->
              new Label(
                  "hồ sơ tiếp nhận đến hết kỳ và chưa xong trước kỳ; tử số: xong trong kỳ",
                  "dossiers received by the period's end and not finished before its start;"
                      + " numerator: finished in the period");
          case DOSSIERS_OPEN ->
              new Label(
                  "hồ sơ tiếp nhận đến hết kỳ và chưa xong cuối kỳ; tử số: đã đến hạn",
                  "dossiers received by the period's end and not finished by then; numerator: due"
                      + " by then");
        };
    String numerator = "`" + computation.numerator() + "`";
    String denominator = "`" + computation.denominator() + "`";
    return row("Đếm / Counted", rows)
        + row("SQL: tử số / numerator", new Label(numerator, numerator))
        + row("SQL: mẫu số / denominator", new Label(denominator, denominator));
  }

  private static String onlyReported() {
    return row("Đếm / Counted", new Label("chỉ có số liệu báo cáo", "reported only"));
  }

  private static String row(String what, Label label) {
    return "| " + what + " | " + label.vi() + " | " + label.en() + " |\n";
  }

  private static String item(LegalBasis basis) {
    return basis.text() + ": " + during(basis.validity());
  }

  private static String item(DefinitionChange change) {
    return vietnamese(change.date()) + ": " + change.vi() + " *" + change.en() + "*";
  }

  private static String item(Target target) {
    return target.value().movePointRight(2).stripTrailingZeros().toPlainString()
        + "%, hạn / due "
        + vietnamese(target.due())
        + ": "
        + target.legalBasis();
  }

  private static String during(Validity validity) {
    if (validity.equals(Validity.ALWAYS)) {
      return "không giới hạn / always";
    }
    String from = validity.from() == null ? "" : "từ / from " + vietnamese(validity.from());
    String to = validity.to() == null ? "" : "đến hết / until " + vietnamese(validity.to());
    return (from + " " + to).strip();
  }

  private static String vietnamese(LocalDate date) {
    return VIETNAMESE.format(date);
  }

  private static String list(String title, List<String> items) {
    return items.isEmpty() ? "" : "\n" + title + ":\n\n" + items(items);
  }

  private static String items(List<String> items) {
    return items.stream().map(item -> "- " + item + "\n").collect(Collectors.joining());
  }
}
