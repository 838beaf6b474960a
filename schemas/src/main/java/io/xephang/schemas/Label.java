package io.xephang.schemas;

/** A text in both languages of the product, Vietnamese first. */
public record Label(String vi, String en) {
  public Label {
    Required.text("vi", vi);
    Required.text("en", en);
  }

  /** Both on one line. */
  public String both() {
    return vi + " / " + en;
  }
}
