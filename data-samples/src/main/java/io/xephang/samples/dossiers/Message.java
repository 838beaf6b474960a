package io.xephang.samples.dossiers;

import java.util.Arrays;

/** One message in the making: the text of its fields. Reused for message after message. */
final class Message {
  private static final int MOST_FEES = 3;

  private final Bytes text = new Bytes();
  private final int[] starts = new int[MessageField.COUNT];
  private final int[] ends = new int[MessageField.COUNT];
  private final byte[][] fees = new byte[MOST_FEES][];
  private int feeCount;
  private long unquoted;
  private long omitted;
  private long nested;
  private long person;
  private boolean attachment;

  void clear() {
    text.cutTo(0);
    Arrays.fill(starts, 0);
    Arrays.fill(ends, 0);
    feeCount = 0;
    unquoted = 0;
    omitted = 0;
    nested = 0;
    person = 0;
    attachment = false;
  }

  /** Begins the value of a field; what is put from now on until {@link #close} is its text. */
  Bytes open(MessageField field) {
    starts[field.place()] = text.length();
    return text;
  }

  void close(MessageField field) {
    ends[field.place()] = text.length();
  }

  void set(MessageField field, byte[] value) {
    open(field).put(value);
    close(field);
  }

  void set(MessageField field, String value) {
    open(field).put(value);
    close(field);
  }

  void set(MessageField field, char value) {
    open(field).put(value);
    close(field);
  }

  /** Spaces around the value, as in files that were cut from fixed columns. */
  void surround(MessageField field) {
    int start = starts[field.place()];
    int end = ends[field.place()];
    int begin = text.length();
    text.put(' ').put(text, start, end).put(' ').put(' ');
    starts[field.place()] = begin;
    ends[field.place()] = text.length();
  }

  /** Written as a JSON number or boolean instead of a string. */
  void unquote(MessageField field) {
    unquoted |= 1L << field.place();
  }

  /** Written as a string again. */
  void quote(MessageField field) {
    unquoted &= ~(1L << field.place());
  }

  /** Left out: no key in JSON, an empty cell in CSV. */
  void omit(MessageField field) {
    omitted |= 1L << field.place();
  }

  /** Written as an object where a string belongs. CSV cannot say that. */
  void nest(MessageField field) {
    nested |= 1L << field.place();
  }

  /** A fee as it is written, e.g. {@code 50000}; at most three of them. */
  void addFee(byte[] written) {
    fees[feeCount++] = written;
  }

  void attach(long personNumber) {
    person = personNumber;
    attachment = true;
  }

  boolean isUnquoted(MessageField field) {
    return (unquoted >>> field.place() & 1) != 0;
  }

  boolean isOmitted(MessageField field) {
    return (omitted >>> field.place() & 1) != 0;
  }

  boolean isNested(MessageField field) {
    return (nested >>> field.place() & 1) != 0;
  }

  void put(MessageField field, Bytes to) {
    to.put(text, starts[field.place()], ends[field.place()]);
  }

  /** Whether a CSV cell of this field needs quotes. */
  boolean hasComma(MessageField field) {
    for (int i = starts[field.place()]; i < ends[field.place()]; i++) {
      if (text.at(i) == ',') {
        return true;
      }
    }
    return false;
  }

  int feeCount() {
    return feeCount;
  }

  byte[] fee(int index) {
    return fees[index];
  }

  boolean hasAttachment() {
    return attachment;
  }

  long personNumber() {
    return person;
  }
}
