package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are written as a program shows them that takes their bytes for Windows-1252. */
class LegacyEncodingTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "TCVN3, Céng hoµ x· héi chñ nghÜa ViÖt Nam, Cộng hoà xã hội chủ nghĩa Việt Nam",
    "TCVN3, CÊp giÊy phÐp b­u chÝnh, Cấp giấy phép bưu chính",
    "TCVN3, §¨ng ký khai sinh, Đăng ký khai sinh",
    "VNI, Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Cộng hòa xã hội chủ nghĩa Việt Nam",
    "VNI, Caáp giaáy pheùp böu chính, Cấp giấy phép bưu chính",
    "VNI, Ñaêng kyù khai sinh, Đăng ký khai sinh",
    "WINDOWS_1258, Câ\u00ECp giâ\u00ECy phép b\u00FDu chính, Cấp giấy phép bưu chính",
    "WINDOWS_1258, \u00D0ãng ký khai sinh, Đăng ký khai sinh",
    "LATIN_1, Câp phép à l'étranger, Câp phép à l'étranger"
  })
  void isToldFromItsBytes(LegacyEncoding encoding, String seen, String meant) {
    assertThat(LegacyEncoding.guess(seen.getBytes(Charset.forName("windows-1252"))))
        .as(meant)
        .contains(encoding);
  }

  @Test
  void plainAsciiLooksLikeNothing() {
    assertThat(LegacyEncoding.guess("H47,1.000001".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Optional.empty());
  }
}
