package io.xephang.samples;

/** The level of government that carries a procedure out (cấp thực hiện). */
public enum AdminLevel {
  COMMUNE("Cấp xã"),
  DISTRICT("Cấp huyện"),
  PROVINCE("Cấp tỉnh"),
  MINISTRY("Cấp bộ");

  private final String label;

  AdminLevel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
