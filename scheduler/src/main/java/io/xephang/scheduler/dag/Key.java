package io.xephang.scheduler.dag;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of dags and tasks, which are keys in Airflow. */
final class Key {
  private static final int LONGEST = 250;

  /** Of a folder's name, in UTF-8, on the usual file systems; logs lie in {@code dag_id=KEY}. */
  private static final int LONGEST_NAME = 255;

  private static final Pattern FORM = Pattern.compile("[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private Key() {}

  static void require(String key, String what) {
    if (key.length() > LONGEST || !FORM.matcher(key).matches()) {
      throw new IllegalArgumentException(
          what
              + " '"
              + key
              + "': cần chữ, số, '_', '-', '.', tối đa / expected letters, digits, '_', '-', '.', at"
              + " most "
              + LONGEST);
    }
    int bytes = (what + "=" + key).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_NAME) {
      throw new IllegalArgumentException(
          what
              + " '"
              + key
              + "': thư mục nhật ký '"
              + what
              + "=…' dài / the name of the log folder would have "
              + bytes
              + " byte UTF-8, tối đa / at most "
              + LONGEST_NAME
              + "; hãy đặt tên ngắn hơn / choose a shorter one");
    }
  }
}
