package io.xephang.schemas.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.Label;
import org.junit.jupiter.api.Test;

/** What senders are told to do covers what they may have done. */
class RejectionReasonTest {
  @Test
  void theRemedyOfMalformedSpeaksOfWholeFilesToo() {
    assertThat(remedy("malformed").vi())
        .contains("trống", "mật khẩu", "HTML", "TCVN3", "thiếu cột", "sai số cột");
    assertThat(remedy("malformed").en())
        .contains("empty", "password", "HTML", "TCVN3", "missing column", "too many columns");
  }

  @Test
  void theRemedyOfAnUnknownUnitBeginsWithTheNameInTheFile() {
    assertThat(remedy("unknown_unit").vi())
        .as("the units feed refuses provinces and ministries")
        .startsWith("Sửa tên đơn vị trong tệp hoặc ghi mã định danh")
        .contains("chỉ đơn vị dưới tỉnh, bộ");
    assertThat(remedy("unknown_unit").en())
        .startsWith("Correct the name in the file or give unit_code")
        .contains("only a unit below a province or ministry");
  }

  private static Label remedy(String reason) {
    return Definitions.shipped().reasons().stream()
        .filter(known -> known.id().equals(reason))
        .findFirst()
        .orElseThrow()
        .remedy();
  }
}
