package io.xephang.reports.word;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * How a paragraph looks. Sizes are those of Nghị định 30/2020/NĐ-CP, phụ lục I, phần II. Each is a
 * style of its own in the document, so that a clerk can change all of its paragraphs at once.
 */
enum WordStyle {
  TITLE("Tên văn bản", 14, Face.BOLD, ParagraphAlignment.CENTER, 0, 6, 0, true),
  SUBJECT("Trích yếu", 14, Face.BOLD, ParagraphAlignment.CENTER, 0, 0, 4, true),
  ATTACHED("Kèm theo", 13, Face.ITALIC, ParagraphAlignment.CENTER, 0, 0, 4, false),
  NOTICE("Số liệu giả lập", 13, Face.BOLD, ParagraphAlignment.CENTER, 0, 6, 8, false),
  HEADING("Đề mục", 13, Face.BOLD, ParagraphAlignment.LEFT, 0, 10, 6, true),
  PARAGRAPH("Đoạn văn", 13, Face.REGULAR, ParagraphAlignment.BOTH, 10, 0, 6, false),
  CELL("Ô bảng", 13, Face.REGULAR, ParagraphAlignment.LEFT, 0, 2, 2, false),
  CELL_HEAD("Đầu bảng", 13, Face.BOLD, ParagraphAlignment.CENTER, 0, 2, 2, true),
  PAGE_NUMBER("Số trang", 13, Face.REGULAR, ParagraphAlignment.CENTER, 0, 0, 0, false),
  COUNTRY("Quốc hiệu", 12, Face.BOLD, ParagraphAlignment.CENTER, 0, 0, 0, false),
  MOTTO("Tiêu ngữ", 13, Face.BOLD, ParagraphAlignment.CENTER, 0, 0, 0, false),
  PARENT("Cơ quan chủ quản", 12, Face.REGULAR, ParagraphAlignment.CENTER, 0, 0, 0, false),
  ORGANISATION("Cơ quan ban hành", 12, Face.BOLD, ParagraphAlignment.CENTER, 0, 0, 0, false),
  NUMBER("Số, ký hiệu", 13, Face.REGULAR, ParagraphAlignment.CENTER, 0, 4, 0, false),
  PLACE_AND_DATE(
      "Địa danh, ngày tháng", 13, Face.ITALIC, ParagraphAlignment.CENTER, 0, 4, 0, false),
  RECIPIENTS_HEAD("Nơi nhận", 12, Face.BOLD_ITALIC, ParagraphAlignment.LEFT, 0, 6, 0, true),
  RECIPIENT("Danh sách nơi nhận", 11, Face.REGULAR, ParagraphAlignment.LEFT, 0, 0, 0, false),
  SIGNER("Người ký", 13, Face.BOLD, ParagraphAlignment.CENTER, 0, 0, 0, true);

  enum Face {
    REGULAR,
    BOLD,
    ITALIC,
    BOLD_ITALIC;

    boolean bold() {
      return this == BOLD || this == BOLD_ITALIC;
    }

    boolean italic() {
      return this == ITALIC || this == BOLD_ITALIC;
    }
  }

  private final String label;
  private final int points;
  private final Face face;
  private final ParagraphAlignment alignment;
  private final int firstLineMm;
  private final int pointsBefore;
  private final int pointsAfter;
  private final boolean staysWithNext;

  WordStyle(
      String label,
      int points,
      Face face,
      ParagraphAlignment alignment,
      int firstLineMm,
      int pointsBefore,
      int pointsAfter,
      boolean staysWithNext) {
    this.label = label;
    this.points = points;
    this.face = face;
    this.alignment = alignment;
    this.firstLineMm = firstLineMm;
    this.pointsBefore = pointsBefore;
    this.pointsAfter = pointsAfter;
    this.staysWithNext = staysWithNext;
  }

  /** As Word lists it. */
  String label() {
    return label;
  }

  String id() {
    return "Xephang" + name().replace("_", "");
  }

  int points() {
    return points;
  }

  Face face() {
    return face;
  }

  ParagraphAlignment alignment() {
    return alignment;
  }

  int firstLineMm() {
    return firstLineMm;
  }

  int pointsBefore() {
    return pointsBefore;
  }

  int pointsAfter() {
    return pointsAfter;
  }

  /** Whether no page may end behind it. */
  boolean staysWithNext() {
    return staysWithNext;
  }
}
