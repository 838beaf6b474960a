package io.xephang.jobs.feed.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** Content that cannot be read on, said so that a sender can do something about it. */
final class BrokenContent extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenContent(String reason) {
    super(reason);
  }

  /** Why a file cannot be read. */
  static String reason(Throwable e) {
    if (e instanceof EOFException) {
      return "the compressed file is broken off";
    }
    if (e instanceof ZipException) {
      return "it is not compressed as its name says, or damaged (" + e.getMessage() + ")";
    }
    if (e instanceof JsonEOFException) {
      return "the JSON is broken off";
    }
    if (e instanceof JsonProcessingException json) {
      // What breaks a limit says no place, but where in Jackson the limit is set.
      return "found "
          + json.getOriginalMessage().replaceAll(", from `[^`]*`", "")
          + (json.getLocation() == null ? "" : " in line " + json.getLocation().getLineNr());
    }
    if (e instanceof XMLStreamException xml) {
      return "the sheet's XML is broken or of a kind that Excel does not write"
          + (xml.getLocation() == null ? "" : " (line " + xml.getLocation().getLineNumber() + ")");
    }
    if (e.getCause() != null && e.getCause() != e && !(e instanceof BrokenContent)) {
      return reason(e.getCause());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
