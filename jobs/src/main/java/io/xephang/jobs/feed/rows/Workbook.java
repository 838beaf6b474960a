package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * An XLSX workbook that is read sheet by sheet. POI opens the package and knows its styles; sheets
 * and shared strings are streamed, each within the limits of {@link ZipLimits}.
 */
final class Workbook implements AutoCloseable {
  /** Relationship of an id, in the namespaces of both kinds of OOXML. */
  private static final String RELATIONSHIPS = "/relationships";

  private final OPCPackage parts;
  private final XSSFReader reader;
  private final List<SheetName> visibleSheets = new ArrayList<>();
  private final SharedStrings strings;
  private final CellFormats formats;

  /** A sheet of the workbook and the id of its part. */
  record SheetName(String name, String relation) {}

  private Workbook(OPCPackage parts) throws IOException, OpenXML4JException, XMLStreamException {
    this.parts = parts;
    if (!parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
      throw new BrokenContent(
          "it is a workbook of the kind 'Strict Open XML': save it as 'Excel Workbook (.xlsx)'");
    }
    this.reader = new XSSFReader(parts);
    boolean since1904 = false;
    try (InputStream in = reader.getWorkbookData()) {
      XMLStreamReader xml = SheetXml.open(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("workbookPr")) {
          String flag = xml.getAttributeValue(null, "date1904");
          since1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.getLocalName().equals("sheet")
            && !String.valueOf(xml.getAttributeValue(null, "state"))
                .toLowerCase(Locale.ROOT)
                .contains("hidden")) {
          visibleSheets.add(new SheetName(xml.getAttributeValue(null, "name"), relation(xml)));
        }
      }
    }
    this.strings = SharedStrings.read(parts);
    this.formats = new CellFormats(reader.getStylesTable(), since1904);
  }

  private static String relation(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals("id")
          && namespace != null
          && namespace.endsWith(RELATIONSHIPS)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /**
   * Opens a workbook.
   *
   * @throws IOException if it is none, or none that may be read
   */
  static Workbook open(Path path, boolean gzipped) throws IOException {
    Path plain = gzipped ? unpacked(path) : path;
    WorkbookKind.requireXlsx(plain);
    ZipLimits.require(plain);
    OPCPackage parts = null;
    Workbook opened = null;
    try {
      parts = OPCPackage.open(plain.toFile(), PackageAccess.READ);
      opened = new Workbook(parts);
      return opened;
    } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
      throw new BrokenContent("the workbook is damaged (" + BrokenContent.reason(e) + ")");
    } finally {
      if (opened == null && parts != null) {
        parts.revert();
      }
    }
  }

  /** A zip cannot be read from front to back, so that it has to lie unpacked beside its copy. */
  private static Path unpacked(Path path) throws IOException {
    Path plain = path.resolveSibling(path.getFileName() + ".unpacked");
    try (InputStream in = Unpacking.open(path, true)) {
      Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
    }
    return plain;
  }

  /** In the order of the workbook's tabs. */
  List<SheetName> visibleSheets() {
    return List.copyOf(visibleSheets);
  }

  /** Opens a sheet for reading. */
  Sheet open(SheetName name) throws IOException {
    try {
      return new Sheet(reader.getSheet(name.relation()), strings, formats);
    } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
      throw new BrokenContent(
          "the sheet '" + name.name() + "' cannot be opened (" + BrokenContent.reason(e) + ")");
    }
  }

  @Override
  public void close() {
    parts.revert();
  }
}
