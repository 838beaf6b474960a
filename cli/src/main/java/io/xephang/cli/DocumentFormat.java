package io.xephang.cli;

/** What a document is written as. */
enum DocumentFormat {
  DOCX,
  PDF
}
