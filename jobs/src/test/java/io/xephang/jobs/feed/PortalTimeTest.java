package io.xephang.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTimeTest {
  @ParameterizedTest
  @CsvSource({
    "20200918143059, 2020-09-18T14:30:59, false",
    "202009181430, 2020-09-18T14:30:00, false",
    "20200918, 2020-09-18T00:00:00, true",
    "20200918000000, 2020-09-18T00:00:00, false",
    "20000229, 2000-02-29T00:00:00, true"
  })
  void threeForms(String written, LocalDateTime at, boolean isDay) {
    assertThat(PortalTime.parse(written)).isEqualTo(new PortalTime(at, isDay));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2020",
        "2020091",
        "202009181",
        "2020091814",
        "2020091814305",
        "202009181430590",
        "20201301",
        "20200931",
        "20190229",
        "00000101",
        "20200918240000",
        "20200918146000",
        "20200918143060",
        "2020-09-18",
        "18/09/2020",
        "2020091a",
        "２０２００９１８",
        "+2020091",
        " 2020091"
      })
  void whatIsNoTime(String written) {
    assertThat(PortalTime.parse(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "20200918143000, 20200918143001, true",
    "20200918143001, 20200918143000, false",
    "20200918143000, 20200918143000, false",
    // By day where either has no time.
    "20200918000000, 20200918, false",
    "20200918, 20200918235959, false",
    "20200918235959, 20200919, true",
    "20200918, 20200919, true"
  })
  void isBefore(String one, String other, boolean before) {
    assertThat(PortalTime.parse(one).isBefore(PortalTime.parse(other))).isEqualTo(before);
  }
}
