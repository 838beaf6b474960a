package io.xephang.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SavedQueriesPageTest {
  private static final Path CHECKED_IN = Path.of("..", "docs", "queries.md");

  @Test
  void isCheckedInAsTheQueriesAre() throws IOException {
    String page = SavedQueriesPage.markdown();
    if (Boolean.getBoolean("queries.write")) {
      Files.writeString(CHECKED_IN, page);
    }
    assertThat(CHECKED_IN)
        .as(
            "docs/queries.md shows the saved queries as they are; if not, run: %s",
            SavedQueriesPage.COMMAND)
        .hasContent(page);
  }
}
