package io.xephang.jobs.feed.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** The texts that a workbook's cells share; they are held in memory. */
final class SharedStrings {
  private final List<String> texts = new ArrayList<>();

  private SharedStrings() {}

  static SharedStrings read(OPCPackage parts) throws IOException, XMLStreamException {
    SharedStrings strings = new SharedStrings();
    for (PackagePart part :
        parts.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())) {
      try (InputStream in = part.getInputStream()) {
        XMLStreamReader xml = SheetXml.open(in);
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
            strings.texts.add(RichText.read(xml));
          }
        }
      }
    }
    return strings;
  }

  /** The text of an index; null if there is none. */
  String text(String index) {
    try {
      int i = Integer.parseInt(index.strip());
      return i >= 0 && i < texts.size() ? texts.get(i) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
