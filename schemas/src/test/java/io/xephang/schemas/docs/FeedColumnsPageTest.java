package io.xephang.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FeedColumnsPageTest {
  private static final Path CHECKED_IN = Path.of("..", "docs", "feed-columns.md");

  @Test
  void isCheckedInAsTheDefinitionsAre() throws IOException {
    String page = FeedColumnsPage.markdown(Definitions.shipped());
    if (Boolean.getBoolean("feeds.write")) {
      Files.writeString(CHECKED_IN, page);
    }
    assertThat(CHECKED_IN)
        .as(
            "docs/feed-columns.md says what the feeds say; if not, run: %s",
            FeedColumnsPage.COMMAND)
        .hasContent(page);
  }
}
