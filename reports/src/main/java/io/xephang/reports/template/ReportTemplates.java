package io.xephang.reports.template;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The templates of a deployment: those that ship with the product, unless the folder {@code
 * reports} of its home has one of the same name.
 */
public final class ReportTemplates {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final DeploymentHome home;

  public ReportTemplates(DeploymentHome home) {
    this.home = home;
  }

  /** Where a template of one's own has to lie. */
  public Path ownFile(ReportName name) {
    return home.reports().resolve(name.id() + ".yaml");
  }

  public boolean hasOwn(ReportName name) {
    return Files.exists(ownFile(name));
  }

  /**
   * The template in use.
   *
   * @throws InvalidTemplate if it breaks a rule
   */
  public ReportTemplate inUse(ReportName name) throws InvalidTemplate, IOException {
    Path own = ownFile(name);
    if (!Files.exists(own)) {
      return TemplateReader.read(name, resource(name), shipped(name));
    }
    String text;
    try {
      text = Files.readString(own, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InvalidTemplate(
          own.toString(),
          1,
          "không phải UTF-8; hãy lưu lại dạng UTF-8 / is no UTF-8: save it as UTF-8");
    }
    return TemplateReader.read(
        name,
        own.toString(),
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
  }

  /** The shipped template as a file to be changed: with the values and tables that it may name. */
  public static String forEditing(ReportName name) {
    return shipped(name)
        + "\n# Giá trị có thể dùng trong {…} / values that texts may name:\n"
        + name.placeholders().stream()
            .map(value -> "#   {" + value.key() + "}: " + value.meaning() + "\n")
            .collect(Collectors.joining())
        + "# Bảng và cột có thể dùng / tables and columns:\n"
        + name.tables().stream().map(ReportTemplates::described).collect(Collectors.joining());
  }

  private static String described(TableName table) {
    return "#   "
        + table.key()
        + ": "
        + table.meaning()
        + "\n"
        + table.columns().stream()
            .map(column -> "#     " + column.key() + ": " + column.meaning() + "\n")
            .collect(Collectors.joining());
  }

  private static String resource(ReportName name) {
    return name.id() + ".yaml";
  }

  private static String shipped(ReportName name) {
    try (InputStream file = ReportTemplates.class.getResourceAsStream(resource(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
