package io.xephang.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes to a stream that itself keeps quiet about what it could not write. */
final class StandardOutput extends Writer {
  private final PrintStream stream;
  private final Writer letters;

  StandardOutput(PrintStream stream) {
    this.stream = stream;
    this.letters = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    letters.write(text, from, length);
    requireWritten();
  }

  @Override
  public void flush() throws IOException {
    letters.flush();
    requireWritten();
  }

  private void requireWritten() throws IOException {
    if (stream.checkError()) {
      if (stream instanceof ProcessOutput process && process.isPipe()) {
        throw new ReaderStopped();
      }
      throw new IOException(
          "không ghi được hết kết quả, có thể đĩa đầy / standard output did not take all of the"
              + " result: maybe the disk is full");
    }
  }

  /** The stream is the process's: it is not closed. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
