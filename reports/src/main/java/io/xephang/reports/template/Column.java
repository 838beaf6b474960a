package io.xephang.reports.template;

import java.util.Locale;

/** A column that a table may have. */
public enum Column {
  SERIAL("số thứ tự", 11, Alignment.CENTRE),
  RANK("hạng", 16, Alignment.CENTRE),
  NAME("tên đơn vị hoặc chỉ số", 0, Alignment.LEFT),
  NUMERATOR("tử số", 18, Alignment.RIGHT),
  DENOMINATOR("mẫu số", 20, Alignment.RIGHT),
  RATE("tỉ lệ", 22, Alignment.RIGHT),
  DATA_DATE("ngày số liệu, nếu khác ngày được hỏi", 27, Alignment.RIGHT),
  REPORTED("như đơn vị báo cáo, như 1/66 = 1,5 %", 32, Alignment.RIGHT),
  RECOMPUTED("tính lại từ tử số, mẫu số được báo cáo", 17, Alignment.RIGHT),
  COMPUTED("tính từ danh mục, như 1/66 = 1,52%", 35, Alignment.RIGHT),
  REMARK("ghi chú", 0, Alignment.LEFT),
  RATE_BEFORE("tỉ lệ tháng trước", 22, Alignment.RIGHT),
  CHANGE("tăng, giảm so với tháng trước, điểm phần trăm", 21, Alignment.RIGHT),
  TARGET("mục tiêu", 19, Alignment.RIGHT),
  GAP("còn thiếu so với mục tiêu, điểm phần trăm", 24, Alignment.RIGHT),
  FEED("loại số liệu", 45, Alignment.LEFT),
  LAST_DATE("ngày số liệu gần nhất", 27, Alignment.CENTRE),
  EXPECTED_BY("hạn gửi", 27, Alignment.CENTRE),
  FINISHED("số hồ sơ giải quyết xong, có hạn trả", 17, Alignment.RIGHT),
  EARLY("số hồ sơ trước hạn", 17, Alignment.RIGHT),
  ON_TIME("số hồ sơ đúng hạn, gồm cả trước hạn", 17, Alignment.RIGHT),
  OVERDUE("số hồ sơ giải quyết quá hạn", 17, Alignment.RIGHT),
  OPEN_OVERDUE("số hồ sơ quá hạn chưa giải quyết xong", 18, Alignment.RIGHT),
  ON_TIME_RATE("tỉ lệ đúng hạn", 20, Alignment.RIGHT),
  DAYS("từ ngày, đến ngày", 28, Alignment.LEFT),
  RECEIVED("số hồ sơ tiếp nhận", 16, Alignment.RIGHT),
  ONLINE_RATE("tỉ lệ nộp trực tuyến", 20, Alignment.RIGHT),
  PAID_ONLINE_RATE("tỉ lệ thanh toán trực tuyến", 20, Alignment.RIGHT),
  DIGITISED_RATE("tỉ lệ số hóa", 20, Alignment.RIGHT);

  /** How texts stand in a column. */
  public enum Alignment {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final String meaning;
  private final int millimetres;
  private final Alignment alignment;

  Column(String meaning, int millimetres, Alignment alignment) {
    this.meaning = meaning;
    this.millimetres = millimetres;
    this.alignment = alignment;
  }

  /** As it stands in a template. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in it, in Vietnamese. */
  public String meaning() {
    return meaning;
  }

  /** Its width; 0 = it takes what the others leave. */
  public int millimetres() {
    return millimetres;
  }

  public Alignment alignment() {
    return alignment;
  }
}
