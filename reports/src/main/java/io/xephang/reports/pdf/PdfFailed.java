package io.xephang.reports.pdf;

/** No PDF could be made; the message says why and what to do. */
public final class PdfFailed extends Exception {
  private static final long serialVersionUID = 1L;

  PdfFailed(String message) {
    super(message);
  }
}
