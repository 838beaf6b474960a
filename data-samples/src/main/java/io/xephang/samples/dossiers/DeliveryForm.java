package io.xephang.samples.dossiers;

/** How messages are laid out in the files of a series. */
enum DeliveryForm {
  /** One message a line. */
  NDJSON(".ndjson"),
  /** One envelope with some messages a line. */
  ENVELOPE(".ndjson"),
  /** One envelope a file, every other file indented. */
  JSON(".json"),
  /** One message a row; of two provinces one writes the list of fees and one their sum. */
  CSV(".csv");

  private final String extension;

  DeliveryForm(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }
}
