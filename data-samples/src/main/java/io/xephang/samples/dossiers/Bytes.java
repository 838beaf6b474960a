package io.xephang.samples.dossiers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing piece of UTF-8 text. */
final class Bytes {
  private byte[] array = new byte[4096];
  private int length;

  int length() {
    return length;
  }

  void cutTo(int shorter) {
    length = shorter;
  }

  /**
   * Keeps two thirds of what stands behind a place, as if the rest had been lost; whole letters.
   */
  void breakOff(int from) {
    int end = from + (length - from) * 2 / 3;
    while ((array[end] & 0xc0) == 0x80) {
      end--;
    }
    length = end;
  }

  Bytes put(byte[] text) {
    return put(text, 0, text.length);
  }

  Bytes put(byte[] from, int start, int count) {
    ensure(count);
    System.arraycopy(from, start, array, length, count);
    length += count;
    return this;
  }

  /** A part of another text. */
  Bytes put(Bytes from, int start, int end) {
    return put(from.array, start, end - start);
  }

  Bytes put(char ascii) {
    ensure(1);
    array[length++] = (byte) ascii;
    return this;
  }

  Bytes put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A number with at least so many digits. */
  Bytes putNumber(long number, int digits) {
    ensure(20);
    int width = digits;
    for (long rest = number; rest >= power(width); ) {
      width++;
    }
    long rest = number;
    for (int i = length + width - 1; i >= length; i--) {
      array[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    return this;
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  byte at(int index) {
    return array[index];
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(array, 0, length);
  }

  private void ensure(int more) {
    if (length + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }

  @Override
  public String toString() {
    return new String(array, 0, length, StandardCharsets.UTF_8);
  }
}
