package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void exceptionsWithoutMessageAreNamedAndNotCalledNull() {
    assertThat(Failure.sentence(new IOException())).isEqualTo("IOException");
    assertThat(Failure.sentence(new FileSystemException(null))).isEqualTo("FileSystemException");
    assertThat(Failure.sentence(new FileSystemException("lake/a.parquet")))
        .isEqualTo("FileSystemException: lake/a.parquet");
  }

  @Test
  void whatAnExceptionSaysIsKept() {
    assertThat(Failure.sentence(new IOException("đĩa đầy / disk full")))
        .isEqualTo("IOException: đĩa đầy / disk full");
    assertThat(Failure.sentence(new FileSystemException("a.csv", null, "disk full")))
        .isEqualTo("a.csv: disk full");
  }
}
