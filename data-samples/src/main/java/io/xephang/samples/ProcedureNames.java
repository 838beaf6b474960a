package io.xephang.samples;

import java.util.ArrayList;
import java.util.List;

/** Names of made-up procedures in the manner of real ones: action, object, circumstance. */
final class ProcedureNames {
  private static final List<String> ISSUING =
      List.of("Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Sửa đổi, bổ sung", "Thu hồi");
  private static final List<String> REGISTERING =
      List.of(
          "Đăng ký", "Đăng ký lại", "Thay đổi thông tin đăng ký", "Cấp bản sao nội dung đăng ký");
  private static final List<String> APPRAISING =
      List.of("Thẩm định", "Phê duyệt", "Điều chỉnh", "Chấp thuận");
  private static final List<String> CIRCUMSTANCES =
      List.of(
          "",
          " đối với tổ chức",
          " đối với cá nhân",
          " có yếu tố nước ngoài",
          " trong trường hợp thay đổi thông tin",
          " theo thủ tục rút gọn",
          " đối với doanh nghiệp nhỏ và vừa",
          " tại khu vực biên giới",
          " do yêu cầu quốc phòng, an ninh");

  private ProcedureNames() {}

  /** All names of a field, each once, the plainest first. */
  static List<String> of(Field field) {
    List<String> names = new ArrayList<>();
    for (String circumstance : CIRCUMSTANCES) {
      add(names, ISSUING, field.documents(), circumstance);
      add(names, REGISTERING, field.registrations(), circumstance);
      add(names, APPRAISING, field.plans(), circumstance);
    }
    return List.copyOf(names);
  }

  private static void add(
      List<String> names, List<String> actions, List<String> objects, String circumstance) {
    for (String object : objects) {
      for (String action : actions) {
        names.add(action + " " + object + circumstance);
      }
    }
  }
}
