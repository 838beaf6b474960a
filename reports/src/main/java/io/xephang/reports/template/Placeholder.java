package io.xephang.reports.template;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template may name in braces, such as {@code {as_of}}: a figure or a phrase. */
public enum Placeholder {
  LETTER_NUMBER("số, ký hiệu văn bản; dấu chấm nếu chưa có"),
  LETTER_DATE("ngày văn bản, như 10/9/2020; dấu chấm nếu chưa có"),
  ORGANISATION("cơ quan ban hành, lấy từ khóa organisation"),
  UNIT("tên đơn vị của báo cáo, như Quảng Nam"),
  UNIT_FULL("tên đầy đủ, như tỉnh Quảng Nam"),
  UNIT_FULL_UPPER("tên đầy đủ viết hoa"),
  UNIT_ORGANISATION("cơ quan của đơn vị, như UBND tỉnh Quảng Nam hoặc Sở Y tế"),
  UNIT_PARENT("cơ quan cấp trên, như UBND tỉnh Quảng Nam; trống nếu là bộ, tỉnh"),
  AS_OF("ngày số liệu"),
  PERIOD("kỳ số liệu, như ngày 20/8/2020 hoặc tháng 8/2020"),
  MONTH("tháng báo cáo, như 8/2020"),
  MONTH_BEFORE("tháng liền trước"),
  COUNTED_TO("ngày cuối được tính trong tháng, nếu tháng chưa hết"),
  WEEK("tuần báo cáo, như 2 (từ ngày 5/9/2020 đến ngày 11/9/2020)"),
  CLOSING("chỉ có khi tháng cao điểm đã hết: báo cáo tổng kết"),
  INDICATOR("tên chỉ số"),
  INDICATOR_UPPER("tên chỉ số viết hoa"),
  HEADLINE("tỉ lệ chung, số bộ, tỉnh dưới 10% và đạt mục tiêu, trong một câu"),
  LEFT_OUT("các cơ quan không đưa vào danh sách thống kê"),
  SOURCES("câu nêu nguồn số liệu"),
  COUNTING_RULE("câu nêu tử số, mẫu số và cách tính"),
  LOWER_IS_BETTER("chỉ có khi tỉ lệ càng thấp càng tốt"),
  PUBLICATION("số và lúc công bố của bản số liệu"),
  RATE("tỉ lệ của đơn vị, kèm tử số, mẫu số"),
  RATE_CHANGE("thay đổi của tỉ lệ so với tháng trước"),
  RANK("hạng trên số tỉnh được xếp hạng; kèm hạng tháng trước nếu khi đó xếp hạng các tỉnh khác"),
  RANK_CHANGE("thay đổi về hạng so với tháng trước; chỉ có khi xếp hạng cùng các tỉnh"),
  TARGET("mục tiêu, kèm thời hạn"),
  TARGET_GAP("khoảng cách đến mục tiêu"),
  TARGET_BASIS("căn cứ của mục tiêu"),
  DEPARTMENTS("tổng số dịch vụ của các sở, ban, ngành"),
  BELOW_TARGET_COUNT("số đơn vị chưa đạt mục tiêu trên số đơn vị có tỉ lệ"),
  LATE_COUNT("số lượt đơn vị gửi số liệu trễ hạn"),
  ARISING("tỉ lệ dịch vụ có phát sinh hồ sơ trong tháng"),
  ONLINE("tỉ lệ hồ sơ nộp trực tuyến"),
  ON_TIME("tỉ lệ hồ sơ giải quyết đúng hạn"),
  OVERDUE("số hồ sơ quá hạn chưa giải quyết xong"),
  IDLE("số dịch vụ mức độ 4 không phát sinh hồ sơ trong tháng");

  private final String meaning;

  Placeholder(String meaning) {
    this.meaning = meaning;
  }

  /** As it stands in a template, without braces. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands in its place, in Vietnamese: for those who write templates. */
  public String meaning() {
    return meaning;
  }

  static Optional<Placeholder> of(String key) {
    return Stream.of(values()).filter(known -> known.key().equals(key)).findFirst();
  }
}
