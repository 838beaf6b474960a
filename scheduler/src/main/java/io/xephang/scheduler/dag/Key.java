package io.xephang.scheduler.dag;

import java.util.regex.Pattern;

/** Names of dags and tasks, which are keys in Airflow. */
final class Key {
  private static final int LONGEST = 250;
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
  }
}
