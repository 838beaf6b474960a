package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.xephang.home.DeploymentHome;
import io.xephang.reports.annex.Annex;
import io.xephang.reports.annex.Annex.Section;
import io.xephang.reports.annex.Annex.SectionKind;
import io.xephang.reports.annex.CsvAnnex;
import io.xephang.reports.content.NationalRanking;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.ReportTemplate;
import io.xephang.reports.template.ReportTemplates;
import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Basis;
import io.xephang.warehouse.Headline;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.RankingQuestion;
import io.xephang.warehouse.ServedIndicator;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The annex of letter 3485/BTTTT-THH as printed, opened again. */
class WordReportTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  /** As printed, and compared with the letter row by row. */
  private static final Path PRINTED = Path.of("../.ci/expected/annex-reported.csv");

  @TempDir Path folder;

  @Test
  void theSheetIsThatOfTheDecree() throws Exception {
    try (XWPFDocument document = open(docx(printed(false)))) {
      CTSectPr section = document.getDocument().getBody().getSectPr();
      assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
      assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
      assertThat(millimetres(section.getPgMar().getTop())).isBetween(20L, 25L);
      assertThat(millimetres(section.getPgMar().getBottom())).isBetween(20L, 25L);
      assertThat(millimetres(section.getPgMar().getLeft())).isBetween(30L, 35L);
      assertThat(millimetres(section.getPgMar().getRight())).isBetween(15L, 20L);
    }
  }

  @Test
  void theFileIsWhatWordExpects() throws Exception {
    try (XWPFDocument document = open(docx(printed(true)))) {
      List<XmlError> errors = new ArrayList<>();
      document.getDocument().validate(new XmlOptions().setErrorListener(errors));
      document.getStyle().validate(new XmlOptions().setErrorListener(errors));
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void pagesAreNumberedAtTheTopFromTheSecondOn() throws Exception {
    try (XWPFDocument document = open(docx(printed(false)))) {
      assertThat(document.getDocument().getBody().getSectPr().isSetTitlePg()).isTrue();
      XWPFHeader others =
          document.getHeaderFooterPolicy().getHeader(XWPFHeaderFooterPolicy.DEFAULT);
      XWPFParagraph number = others.getParagraphs().get(others.getParagraphs().size() - 1);
      assertThat(number.getCTP().getFldSimpleArray(0).getInstr()).isEqualTo("PAGE");
      assertThat(
              document
                  .getStyles()
                  .getStyle(number.getStyle())
                  .getCTStyle()
                  .getPPr()
                  .getJc()
                  .getVal())
          .hasToString("center");
      XWPFHeader first = document.getHeaderFooterPolicy().getHeader(XWPFHeaderFooterPolicy.FIRST);
      assertThat(first.getText()).isBlank();
    }
  }

  @Test
  void everythingIsTimesNewRomanInVietnamese() throws Exception {
    try (XWPFDocument document = open(docx(printed(false)))) {
      CTRPr standard = document.getStyle().getDocDefaults().getRPrDefault().getRPr();
      assertThat(standard.getRFontsArray(0).getAscii()).isEqualTo("Times New Roman");
      assertThat(standard.getLangArray(0).getVal()).isEqualTo("vi-VN");
      for (WordStyle style : WordStyle.values()) {
        CTRPr run = document.getStyles().getStyle(style.id()).getCTStyle().getRPr();
        assertThat(run.getRFontsArray(0).getHAnsi()).as(style.id()).isEqualTo("Times New Roman");
      }
      for (WordStyle style :
          List.of(
              WordStyle.TITLE,
              WordStyle.SUBJECT,
              WordStyle.ATTACHED,
              WordStyle.PARAGRAPH,
              WordStyle.CELL,
              WordStyle.PAGE_NUMBER)) {
        assertThat(style.points()).as(style.id()).isBetween(13, 14);
      }
      assertThat(document.getParagraphs().stream().flatMap(p -> p.getRuns().stream()))
          .as("no paragraph has a font of its own")
          .allMatch(run -> run.getFontFamily() == null);
    }
  }

  @Test
  void theTitleIsThatOfTheLetter() throws Exception {
    try (XWPFDocument document = open(docx(printed(false)))) {
      List<XWPFParagraph> paragraphs = document.getParagraphs();
      assertThat(paragraphs.subList(0, 3))
          .extracting(paragraph -> paragraph.getText().replace('\u00A0', ' '))
          .containsExactly(
              "PHỤ LỤC",
              "TỈ LỆ CUNG CẤP DỊCH VỤ CÔNG TRỰC TUYẾN MỨC ĐỘ 4\nCỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG",
              "(Kèm theo Công văn số 3485/BTTTT-THH ngày 10/9/2020\ncủa Bộ Thông tin và Truyền"
                  + " thông)");
      assertThat(paragraphs.subList(0, 3))
          .extracting(XWPFParagraph::getStyle)
          .containsExactly(WordStyle.TITLE.id(), WordStyle.SUBJECT.id(), WordStyle.ATTACHED.id());
    }
  }

  @Test
  void bothTablesHaveTheFiguresOfTheCsv() throws Exception {
    Annex annex = printed(false);
    StringWriter csv = new StringWriter();
    CsvAnnex.write(annex, csv);
    List<List<String>> ofCsv = new ArrayList<>();
    CsvReader.builder()
        .ofNamedCsvRecord(csv.toString())
        .forEach(
            row ->
                ofCsv.add(
                    List.of(
                        row.getField("serial"),
                        row.getField("rank"),
                        row.getField("unit_name"),
                        row.getField("printed"))));
    try (XWPFDocument document = open(docx(annex))) {
      List<XWPFTable> tables = document.getTables();
      assertThat(tables).hasSize(2);
      assertThat(tables.get(0).getNumberOfRows()).as("ministries").isEqualTo(1 + 17);
      assertThat(tables.get(1).getNumberOfRows()).as("provinces").isEqualTo(1 + 63);
      assertThat(texts(tables.get(1).getRow(0)))
          .as("columns without any value are left out: reports of the letter have no counts")
          .containsExactly("TT", "Hạng", "Tỉnh/Thành phố trực thuộc Trung ương", "Tỉ lệ");
      assertThat(texts(tables.get(1).getRow(1)))
          .containsExactly("1", "1", "Thừa Thiên Huế", "54,53%");
      List<List<String>> ofDocument = new ArrayList<>();
      tables.forEach(
          table ->
              table
                  .getRows()
                  .subList(1, table.getNumberOfRows())
                  .forEach(row -> ofDocument.add(texts(row))));
      assertThat(ofDocument).isEqualTo(ofCsv);
    }
  }

  @Test
  void headsAreRepeatedAndNoRowIsSplit() throws Exception {
    try (XWPFDocument document = open(docx(printed(false)))) {
      for (XWPFTable table : document.getTables()) {
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
        assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
        assertThat(staysWithNext(table.getRow(table.getNumberOfRows() - 2)))
            .as("the last row is not alone on a page")
            .isTrue();
        assertThat(staysWithNext(table.getRow(table.getNumberOfRows() - 1))).isFalse();
      }
    }
  }

  @Test
  void syntheticFiguresAreCalledSoWhateverTheTemplateSays() throws Exception {
    try (XWPFDocument document = open(docx(printed(true)))) {
      assertThat(document.getParagraphs().get(4).getText())
          .isEqualTo("SỐ LIỆU GIẢ LẬP dùng để minh họa, không phải số liệu thật (synthetic data)");
    }
    try (XWPFDocument document = open(docx(printed(false)))) {
      assertThat(document.getParagraphs())
          .noneMatch(paragraph -> paragraph.getText().contains("GIẢ LẬP"));
    }
  }

  @Test
  void theSameInputGivesTheSameBytesAndTellsNobodysName() throws Exception {
    byte[] once = docx(printed(false));
    Thread.sleep(2100); // A zip file counts in steps of two seconds.
    assertThat(docx(printed(false))).isEqualTo(once);
    Map<String, String> parts = parts(once);
    assertThat(parts.get("docProps/core.xml"))
        .contains("2020-08-20T18:30:00Z")
        .doesNotContain(System.getProperty("user.name") + "<")
        .doesNotContain("POI");
    assertThat(parts.get("docProps/app.xml")).doesNotContain("POI");
    String host = InetAddress.getLocalHost().getHostName();
    assertThat(parts.values()).noneMatch(part -> part.contains(host));
  }

  private static Map<String, String> parts(byte[] docx) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private byte[] docx(Annex annex) throws Exception {
    ReportTemplate template =
        new ReportTemplates(new DeploymentHome(folder))
            .inUse(ReportName.NATIONAL)
            .numbered("3485/BTTTT-THH", LocalDate.of(2020, 9, 10));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WordReport.write(template, NationalRanking.of(annex), out);
    return out.toByteArray();
  }

  private static Annex printed(boolean synthetic) throws IOException {
    return new Annex(
        new RankingQuestion("level4_rate", DAY, Basis.REPORTED, PeriodType.AS_OF),
        new ServedIndicator(
            "level4_rate",
            "Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4",
            "Rate of level-4 online services",
            PeriodType.AS_OF,
            Direction.HIGHER_IS_BETTER,
            "Dịch vụ công mức độ 4",
            "Tất cả dịch vụ công"),
        new ServedPublication(3, "run-3", DAY.plusDays(1).atTime(1, 30), DAY),
        List.of(
            new Section(SectionKind.MINISTRIES, units("ministries")),
            new Section(SectionKind.PROVINCES, units("provinces"))),
        List.of(headline("VN"), headline("VN.ministry"), headline("VN.province")),
        List.of("Bộ Công an"),
        new Sources(List.of(synthetic ? "reports/synthetic.csv" : "reports/3485.csv"), List.of()));
  }

  private static Headline headline(String scope) {
    return new Headline(scope, 1, null, null, 0.5, 0, null, null, null, null);
  }

  private static List<RankedUnit> units(String section) throws IOException {
    List<RankedUnit> units = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(PRINTED)) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("section").equals(section)) {
          units.add(
              new RankedUnit(
                  Integer.parseInt(row.getField("serial")),
                  Integer.valueOf(row.getField("rank")),
                  row.getField("unit_code"),
                  row.getField("unit_name"),
                  null,
                  null,
                  Double.valueOf(row.getField("value")),
                  row.getField("printed"),
                  DAY,
                  DAY,
                  DAY));
        }
      }
    }
    return units;
  }

  private static boolean staysWithNext(XWPFTableRow row) {
    return row.getTableCells().stream().allMatch(cell -> cell.getParagraphs().get(0).isKeepNext());
  }

  private static List<String> texts(XWPFTableRow row) {
    return row.getTableCells().stream().map(cell -> cell.getText().replace('\u00A0', ' ')).toList();
  }

  private static long millimetres(Object twips) {
    return Math.round(((BigInteger) twips).longValue() * 25.4 / 1440);
  }

  private static XWPFDocument open(byte[] docx) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }
}
