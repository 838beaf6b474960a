package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDictionaryPageTest {
  private static final Path CHECKED_IN = Path.of("..", "docs", "data-dictionary.md");

  @Test
  void isCheckedInAsTheDescriptionsAre(@TempDir Path folder) throws Exception {
    String page;
    try (Warehouse warehouse = new LakeFixture(folder).publish("2020-08-20").open()) {
      page = new DataDictionaryPage(warehouse).markdown();
    }
    if (Boolean.getBoolean("dictionary.write")) {
      Files.writeString(CHECKED_IN, page);
    }
    assertThat(CHECKED_IN)
        .as(
            "docs/data-dictionary.md says what the descriptions say; if not, run: %s",
            DataDictionaryPage.COMMAND)
        .hasContent(page);
  }
}
