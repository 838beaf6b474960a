package io.xephang.reports.template;

import java.time.LocalDate;
import java.util.List;

/**
 * How a report is worded.
 *
 * @param letterNumber null if the letter has none yet
 * @param letterDate null if it is not dated yet
 * @param letterhead null for annexes
 */
public record ReportTemplate(
    ReportName name,
    Wording organisation,
    String letterNumber,
    LocalDate letterDate,
    Letterhead letterhead,
    List<Block> body) {
  public ReportTemplate {
    body = List.copyOf(body);
    if ((letterhead == null) != (name.layout() == ReportName.Layout.ANNEX)) {
      throw new IllegalArgumentException("a letter has a letterhead, an annex has none");
    }
  }

  /**
   * What stands around a letter's text.
   *
   * @param parentOrganisation above the organisation; empty = it has none
   * @param symbol behind the number, such as {@code BC-STTTT}; empty = dots
   * @param place where it is signed
   * @param onBehalf such as {@code TM. ỦY BAN NHÂN DÂN}; empty = nobody
   * @param signerName empty = the place stays free
   */
  public record Letterhead(
      Wording parentOrganisation,
      String symbol,
      Wording place,
      Wording onBehalf,
      Wording signerPosition,
      Wording signerName,
      List<Wording> recipients) {
    public Letterhead {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * The same with another number and date.
   *
   * @param number null = what the template says
   * @param date null = what the template says
   */
  public ReportTemplate numbered(String number, LocalDate date) {
    return new ReportTemplate(
        name,
        organisation,
        number == null ? letterNumber : number,
        date == null ? letterDate : date,
        letterhead,
        body);
  }
}
