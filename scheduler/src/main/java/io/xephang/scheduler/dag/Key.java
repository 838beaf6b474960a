package io.xephang.scheduler.dag;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of dags and tasks, which are keys in Airflow. */
final class Key {
  /** In the database. */
  private static final int LONGEST = 250;

  /** In a name of a file, as Linux has it. */
  private static final int MOST_BYTES = 255;

  private static final Pattern FORM = Pattern.compile("[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private Key() {}

  /**
   * Checks a name.
   *
   * @param what {@code dag_id} or {@code task_id}
   * @throws IllegalArgumentException if it is none, or too long; the message is for users
   */
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
    // Logs lie in folders that are named so.
    int most = MOST_BYTES - what.length() - "=".length();
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      throw new IllegalArgumentException(
          what
              + " '"
              + key
              + "': dài / takes "
              + bytes
              + " byte (chữ có dấu dài hơn một byte / accented letters take several), tối đa / at most "
              + most
              + "; hãy đặt tên ngắn hơn / choose a shorter one");
    }
  }
}
