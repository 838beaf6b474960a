package io.xephang.samples.dossiers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file of messages that is being written. */
abstract class DeliveryFile implements AutoCloseable {
  private static final int FLUSH_AT = 1 << 17;

  private final OutputStream out;

  /** What is not on its way to the disk yet. */
  protected final Bytes text = new Bytes();

  private final byte[] lineEnd;
  private int rows;

  /**
   * @param byteOrderMark whether the file starts with one
   * @param carriageReturns whether lines end in CR LF
   */
  DeliveryFile(Path file, boolean byteOrderMark, boolean carriageReturns) {
    try {
      Files.createDirectories(file.getParent());
      OutputStream bytes = Files.newOutputStream(file);
      out = file.toString().endsWith(".gz") ? new FastGzip(bytes) : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    lineEnd = (carriageReturns ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
    if (byteOrderMark) {
      text.put("\ufeff");
    }
  }

  /** Deliveries are made to be read once; time matters more than size. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Rows written so far, as section 1 of the contract counts them. */
  final int rows() {
    return rows;
  }

  /** The position of the row written last: in CSV its line, else its number from 1. */
  int position() {
    return rows;
  }

  /** Writes a message as a row of its own. */
  abstract void write(Message message);

  /** Writes a row that cannot be parsed, made from the message. */
  abstract void writeBroken(Message message, int variant);

  /** A row is complete. */
  protected final void endRow() {
    rows++;
    if (text.length() > FLUSH_AT) {
      flush();
    }
  }

  protected final void endLine() {
    text.put(lineEnd);
  }

  protected final void flush() {
    try {
      text.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.cutTo(0);
  }

  /** Writes what belongs behind the last row. */
  protected void finish() {}

  @Override
  public final void close() {
    finish();
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
