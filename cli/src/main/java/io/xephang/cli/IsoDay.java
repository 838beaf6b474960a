package io.xephang.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day on the command line, such as {@code 2020-08-20}. */
final class IsoDay implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + written + "': cần một ngày như / expected a date like 2020-08-20");
    }
  }
}
