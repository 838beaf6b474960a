package io.xephang.cli;

import io.xephang.cli.result.ResultFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The form of a result as it is written on the command line. */
final class ResultFormatName implements ITypeConverter<ResultFormat> {
  @Override
  public ResultFormat convert(String written) {
    return Stream.of(ResultFormat.values())
        .filter(format -> format.toString().equalsIgnoreCase(written))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "cần một trong / expected one of "
                        + Arrays.stream(ResultFormat.values())
                            .map(ResultFormat::toString)
                            .collect(Collectors.joining(", "))
                        + "; '"
                        + DisplayText.of(written)
                        + "'"));
  }
}
