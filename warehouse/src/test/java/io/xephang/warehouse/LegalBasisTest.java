package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalBasisTest {
  @TempDir Path folder;

  @Test
  void theLegalBasisIsTheOneInForceOnThePublicationsAsOfDate() throws Exception {
    LakeFixture lake = new LakeFixture(folder);
    try (Warehouse warehouse = lake.publish("2022-08-14").open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT kind, direction, legal_basis FROM indicator"
                      + " WHERE indicator = 'level4_rate'"))
          .containsExactly("as_of|higher_is_better|Nghị quyết 17/NQ-CP ngày 07/3/2019");
    }
    try (Warehouse warehouse = lake.publish("2022-08-15").open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT kind, direction, legal_basis FROM indicator"
                      + " WHERE indicator IN ('level4_rate', 'overdue_open_rate')"
                      + " ORDER BY indicator"))
          .containsExactly(
              "as_of|higher_is_better|Nghị định 42/2022/NĐ-CP ngày 24/6/2022",
              "period|lower_is_better|Quyết định 766/QĐ-TTg ngày 23/6/2022");
    }
  }
}
