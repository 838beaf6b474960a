package io.xephang.cli.result;

import io.xephang.reports.annex.SyntheticNotice;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.PlainText;
import io.xephang.warehouse.Provenance;
import io.xephang.warehouse.Provenance.DefinedIndicator;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.xlsx.AboutLine;
import io.xephang.warehouse.xlsx.ResultFacts;
import java.util.ArrayList;
import java.util.List;

/** The words of a workbook's second sheet: what its rows are and what they rest on. */
final class AboutResult {
  private final String title;
  private final Select select;
  private final Provenance provenance;
  private final ResultFacts facts;
  private final boolean cut;

  /**
   * The words.
   *
   * @param cut whether there are more rows than the limit let out
   */
  AboutResult(Question question, Provenance provenance, ResultFacts facts, boolean cut) {
    this.title = question.title();
    this.select = question.select();
    this.provenance = provenance;
    this.facts = facts;
    this.cut = cut;
  }

  List<AboutLine> lines() {
    List<AboutLine> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(new AboutLine("Truy vấn / Query", title));
    }
    if (provenance.sources().synthetic()) {
      lines.add(
          new AboutLine(
              "CHÚ Ý / NOTE",
              SyntheticNotice.TEXT + ": có trong lần công bố / in the publication"));
    }
    lines.add(
        new AboutLine(
            "Số liệu đến ngày / As of", VietnameseNumber.date(provenance.publication().asOf())));
    lines.add(
        new AboutLine(
            "Công bố / Publication",
            "số / no. "
                + provenance.publication().id()
                + ", "
                + VietnameseNumber.time(provenance.publication().publishedAt())));
    lines.add(
        new AboutLine(
            "Số dòng / Rows",
            VietnameseNumber.count(facts.rows())
                + (cut ? " đầu tiên, còn nữa / the first ones, there are more" : "")));
    if (facts.textsCut() > 0) {
      lines.add(
          new AboutLine(
              "Ô bị cắt bớt / Cells cut",
              VietnameseNumber.count(facts.textsCut())
                  + ": Excel nhận 32.767 ký tự, hãy dùng csv, json hoặc parquet / Excel takes 32 767"
                  + " characters: use csv, json or parquet"));
    }
    select
        .parameters()
        .forEach(
            (name, value) ->
                lines.add(
                    new AboutLine(
                        "Tham số / Parameter " + name,
                        value == null ? "(không có / none)" : PlainText.of(value))));
    lines.add(new AboutLine("SQL", select.sql().strip()));
    provenance.indicators().stream()
        .filter(this::occurs)
        .forEach(indicator -> lines.add(definition(indicator)));
    return List.copyOf(lines);
  }

  private boolean occurs(DefinedIndicator indicator) {
    return facts.indicators().contains(indicator.id()) || select.names(indicator.id());
  }

  private static AboutLine definition(DefinedIndicator indicator) {
    return new AboutLine(
        "Chỉ số / Indicator " + indicator.id(),
        indicator.nameVi()
            + " / "
            + indicator.nameEn()
            + "\nTử số / Numerator: "
            + indicator.numeratorVi()
            + " / "
            + indicator.numeratorEn()
            + "\nMẫu số / Denominator: "
            + indicator.denominatorVi()
            + " / "
            + indicator.denominatorEn()
            + (indicator.legalBasis() == null
                ? ""
                : "\nCăn cứ / Legal basis: " + indicator.legalBasis()));
  }
}
