package io.xephang.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodologyPageTest {
  private final String page = new MethodologyPage(Definitions.shipped()).markdown();

  @Test
  void isCheckedInAsTheDefinitionsAre() throws IOException {
    Path checkedIn = Path.of("..", "docs", "methodology.md");

    assertThat(checkedIn)
        .as(
            "docs/methodology.md says what the definitions say; if not, run: %s",
            MethodologyPage.COMMAND)
        .hasContent(page);
  }

  @Test
  void isWrittenToTheFileThatIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("methodology.md");

    MethodologyPage.main(new String[] {file.toString()});

    assertThat(Files.readString(file)).isEqualTo(page);
  }

  @Test
  void tellsOfAComputedRateHowItIsCounted() {
    assertThat(page)
        .contains(
            """
            ### Tỉ lệ tích hợp lên Cổng Dịch vụ công quốc gia / Rate of integration in the national portal

            `portal_integration_rate`

            | | Tiếng Việt | English |
            | --- | --- | --- |
            | Loại / Kind | tại một ngày | of a day (as_of) |
            | Tử số / Numerator | Dịch vụ mức độ 3, 4 đã tích hợp lên Cổng Dịch vụ công quốc gia | Level-3 and level-4 services on the national portal |
            | Mẫu số / Denominator | Dịch vụ công mức độ 3 và 4 | Services at level 3 or 4 |
            | Chiều / Direction | càng cao càng tốt | higher is better |
            | Đếm / Counted | các thủ tục trong danh mục đang có hiệu lực của đơn vị, mỗi thủ tục một lần | procedures of the unit's catalog in force, each once |
            | SQL: tử số / numerator | `service_level >= 3 AND on_national_portal` | `service_level >= 3 AND on_national_portal` |
            | SQL: mẫu số / denominator | `service_level >= 3` | `service_level >= 3` |

            Căn cứ pháp lý / Legal basis:

            - Nghị quyết 36a/NQ-CP ngày 14/10/2015: đến hết / until 6/3/2019
            - Nghị quyết 17/NQ-CP ngày 07/3/2019: từ / from 7/3/2019 đến hết / until 14/8/2022
            - Nghị định 42/2022/NĐ-CP ngày 24/6/2022: từ / from 15/8/2022

            Thay đổi định nghĩa / Changes of the definition:

            - 15/8/2022: Mức độ 3, 4 được thay bằng “một phần”, “toàn trình” (Nghị định 42/2022/NĐ-CP): trước và sau ngày này chỉ so sánh khi có ghi chú. *Levels 3 and 4 became “partial” and “full” (Decree 42/2022): compare across this date only with this note.*

            Mục tiêu / Targets:

            - 30%, hạn / due 31/12/2020: Nghị quyết 17/NQ-CP ngày 07/3/2019; Nghị quyết 01/NQ-CP ngày 01/01/2020
            - 50%, hạn / due 31/12/2025: Nghị quyết 17/NQ-CP ngày 07/3/2019
            """);
  }

  @Test
  void tellsWhatDossiersArePutInTheNumerator() {
    assertThat(page)
        .contains(
            """
            ### Tỉ lệ hồ sơ chưa giải quyết đã quá hạn / Rate of open dossiers that are overdue

            `overdue_open_rate`

            | | Tiếng Việt | English |
            | --- | --- | --- |
            | Loại / Kind | trong một kỳ (tháng, quý, năm) | of a period (month, quarter, year) |
            | Tử số / Numerator | Hồ sơ chưa giải quyết xong đã quá hạn cuối kỳ | Open dossiers due before the end of the period |
            | Mẫu số / Denominator | Hồ sơ chưa giải quyết xong cuối kỳ | Dossiers still open at the end of the period |
            | Chiều / Direction | càng thấp càng tốt | lower is better |
            | Đếm / Counted | hồ sơ tiếp nhận đến hết kỳ và chưa xong cuối kỳ; tử số: đã đến hạn | dossiers received by the period's end and not finished by then; numerator: due by then |
            | SQL: tử số / numerator | `true` | `true` |
            | SQL: mẫu số / denominator | `finished_at IS NOT NULL OR status < 7` | `finished_at IS NOT NULL OR status < 7` |

            Căn cứ pháp lý / Legal basis:

            - Nghị định 61/2018/NĐ-CP ngày 23/4/2018: đến hết / until 22/6/2022
            - Quyết định 766/QĐ-TTg ngày 23/6/2022: từ / from 23/6/2022
            """);
  }
}
