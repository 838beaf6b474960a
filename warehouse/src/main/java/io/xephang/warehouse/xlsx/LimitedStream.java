package io.xephang.warehouse.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Ends with an error where a workbook would be too large: its places are counted in 32 bits. */
final class LimitedStream extends FilterOutputStream {
  private static final long MOST = 0xFFFF_FFFFL;

  private long written;

  LimitedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    count(1);
    out.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    count(length);
    out.write(bytes, from, length);
  }

  private void count(int more) throws IOException {
    written += more;
    if (written > MOST) {
      throw new IOException(
          "tệp Excel không được quá 4 GB, hãy dùng --format csv hoặc parquet / an Excel file cannot"
              + " be larger than 4 GB: use --format csv or parquet");
    }
  }
}
