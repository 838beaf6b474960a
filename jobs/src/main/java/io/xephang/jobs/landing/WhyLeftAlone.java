package io.xephang.jobs.landing;

import io.xephang.schemas.Label;
import io.xephang.schemas.feed.FileFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Why a run does not read what lies in the landing folder: what was found, what was expected, what
 * to do, in Vietnamese and English, for the people who deliver.
 */
record WhyLeftAlone(Label reason) {
  static final WhyLeftAlone FILE_FOR_A_DATE =
      why(
          "là tệp, cần thư mục có tên là ngày như 2020-08-20: chuyển tệp vào thư mục của ngày đó",
          "found a file, expected a folder named by a date like 2020-08-20: move it into the folder"
              + " of its date");
  static final WhyLeftAlone NO_DATE =
      why(
          "cần thư mục có tên là ngày như 2020-08-20: đổi tên",
          "expected a folder named by a date like 2020-08-20: rename it");
  static final WhyLeftAlone SAME_NAME =
      why(
          "một tệp khác trùng tên, chỉ khác cách ghép dấu hoặc chữ hoa của .gz, và được đọc; cần một"
              + " trong hai",
          "another file has the same name but for the composition of its letters or the case of"
              + " .gz, and is read; expected one of them");
  static final WhyLeftAlone EXCEL_LOCK =
      why(
          "là tệp tạm do Excel tạo cạnh bảng tính đang mở, cần chính bảng tính: đóng bảng tính rồi gửi",
          "found what Excel leaves beside a workbook that is open, expected the workbook alone:"
              + " close it, then deliver it");
  static final WhyLeftAlone OTHER_WORKBOOK =
      why(
          "là bảng tính dạng khác, cần .xlsx: mở bằng Excel rồi lưu thành .xlsx, đổi tên không đủ",
          "found a workbook of another form, expected .xlsx: open it with Excel and save it as"
              + " .xlsx, a new name is not enough");
  static final WhyLeftAlone UNFIT_NAME =
      why(
          "tên có ký tự điều khiển, dấu \\ hoặc ký tự giống dấu /, cần chữ, số và dấu cách: đổi tên",
          "found a name with control characters, a backslash or what looks like a slash, expected"
              + " letters, digits and blanks: rename it");
  static final WhyLeftAlone LINK_OUT =
      why(
          "là liên kết ra ngoài thư mục nhận dữ liệu, cần chính tệp đó: chép tệp vào",
          "found a link that leaves the landing folder, expected the file itself: copy it");
  static final WhyLeftAlone LINK_TO_NOTHING =
      why(
          "là liên kết không dẫn đến đâu, cần chính tệp đó: chép tệp vào",
          "found a link to nothing, expected the file itself: copy it");
  static final WhyLeftAlone NOT_LISTED =
      why(
          "không xem được bên trong, cần thư mục mà tài khoản này được đọc",
          "cannot be listed, expected a folder that this account may read");
  static final WhyLeftAlone REJECTED_AND_GONE =
      why(
          "có dòng bị loại và không còn; cần tệp trong thư mục nhận dữ liệu, gửi lại để được xét lại",
          "has rejected rows and is gone; expected it in the landing folder, deliver it again to"
              + " have it judged again");
  static final WhyLeftAlone STAND_IN_CHANGED =
      why(
          "tệp cùng nội dung được đọc thay nay có nội dung khác, còn tệp này không còn; cần tệp"
              + " trong thư mục nhận dữ liệu, gửi lại nếu vẫn cần tính",
          "a file of the same content, which stood for it, has other content now, and this one is"
              + " gone; expected it in the landing folder, deliver it again if it is to count");
  static final WhyLeftAlone CHANGED_MEANWHILE =
      why("tệp thay đổi trong lúc đọc", "it changed while it was read");
  static final WhyLeftAlone CHANGED_AT_THE_SAME_TIME =
      why("nội dung đã đổi mà thời điểm sửa không đổi", "its content changed, but not its time");
  static final WhyLeftAlone NO_FILE_ANY_MORE =
      why(
          "không còn là tệp thường của thư mục nhận dữ liệu",
          "it is no longer a regular file of the landing folder");

  /** What the system says, where it knows better. */
  static WhyLeftAlone said(String cause) {
    return why(ShownText.of(cause), ShownText.of(cause));
  }

  static WhyLeftAlone noFeed(Collection<String> feeds) {
    return why(
        "không phải thư mục của loại dữ liệu nào, cần một trong "
            + feeds
            + ": chuyển vào thư mục đúng",
        "no folder of a feed, expected one of " + feeds + ": move it into the right one");
  }

  static WhyLeftAlone before(LocalDate earliest) {
    return why(
        "là ngày trước " + earliest + ", cần ngày của dữ liệu trong đó",
        "lies before " + earliest + ", expected the date of the data in it");
  }

  static WhyLeftAlone inTheFuture(LocalDate today) {
    return why(
        "là ngày chưa đến (hôm nay là " + today + "), cần ngày không sau hôm nay: đổi tên thư mục",
        "lies in the future (today is " + today + "), expected today or before: rename the folder");
  }

  static WhyLeftAlone after(LocalDate asOf) {
    return why(
        "sau ngày số liệu " + asOf + ", để lại cho lần chạy sau",
        "is after the as-of date " + asOf + ", left for a later run");
  }

  static WhyLeftAlone folderForAFile(List<FileFormat> formats) {
    return why(
        "là thư mục, cần " + FileFormat.expectedInVietnamese(formats) + ": chuyển tệp trong đó ra",
        "found a folder, expected " + FileFormat.expected(formats) + ": move what is in it out");
  }

  static WhyLeftAlone noRegularFile(List<FileFormat> formats) {
    return why(
        "không phải tệp thường, cần " + FileFormat.expectedInVietnamese(formats),
        "found no regular file, expected " + FileFormat.expected(formats));
  }

  static WhyLeftAlone otherEnding(List<FileFormat> formats) {
    return why(
        "cần " + FileFormat.expectedInVietnamese(formats),
        "expected " + FileFormat.expected(formats));
  }

  static WhyLeftAlone notReadable(String cause) {
    return why(
        "không đọc được (" + cause + "), gửi lại",
        "cannot be read (" + cause + "), deliver it again");
  }

  /**
   * @param cause {@link #CHANGED_MEANWHILE} for one
   */
  static WhyLeftAlone notInThisRun(WhyLeftAlone cause) {
    return why(
        "lần này không đọc được ("
            + cause.reason.vi()
            + "), cần tệp giữ nguyên: lần chạy sau sẽ xem lại",
        "cannot be read in this run ("
            + cause.reason.en()
            + "), expected a file that stays as it is: the next run looks at it again");
  }

  /** One line of the run's report. */
  String of(String name) {
    return ShownText.of(name) + ": " + reason.both();
  }

  private static WhyLeftAlone why(String vietnamese, String english) {
    return new WhyLeftAlone(new Label(vietnamese, english));
  }
}
