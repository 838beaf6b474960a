package io.xephang.schemas.docs;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.RejectionReason;
import java.util.stream.Collectors;

/** The page {@code docs/feed-columns.md}: columns and spellings, and why rows are rejected. */
final class FeedColumnsPage {
  static final String COMMAND =
      "mvn -q -pl schemas test -Dtest=FeedColumnsPageTest -Dfeeds.write=true";

  private FeedColumnsPage() {}

  static String markdown(Definitions definitions) {
    return """
        # Các cột / Columns of the feeds

        <!-- Generated from feeds/*.yaml and reasons.csv in schemas/. Do not edit; run: %s -->

        Tên cột, hoặc một trong các cách viết; hoa thường, khoảng trắng và dấu viết kiểu nào cũng được. **Đậm**: bắt buộc.
        *The name of a column or one of its spellings, whatever the case. **Bold**: required.*

        %s
        ## Vì sao bị loại / Why rows are rejected

        Khi nhiều lý do cùng đúng, lý do đứng trước được ghi. *When several hold, the first is given.*

        | | lý do / reason | cách sửa / what to do |
        | --- | --- | --- |
        %s
        """
        .formatted(
            COMMAND,
            definitions.feeds().values().stream()
                .map(FeedColumnsPage::section)
                .collect(Collectors.joining("\n")),
            definitions.reasons().stream()
                .map(FeedColumnsPage::row)
                .collect(Collectors.joining("\n")));
  }

  private static String section(Feed feed) {
    return """
        ## %s: %s / %s

        | cột / column | cách viết khác / other spellings |
        | --- | --- |
        %s
        """
        .formatted(
            feed.id(),
            feed.name().vi(),
            feed.name().en(),
            feed.columns().stream().map(FeedColumnsPage::row).collect(Collectors.joining("\n")));
  }

  private static String row(FeedColumn column) {
    String name = "`" + column.name() + "`";
    return "| "
        + (column.required() ? "**" + name + "**" : name)
        + " | "
        + String.join("; ", column.spellings())
        + " |";
  }

  private static String row(RejectionReason reason) {
    return "| `"
        + reason.id()
        + "` | "
        + reason.name().vi()
        + " / "
        + reason.name().en()
        + " | "
        + reason.remedy().vi()
        + " / "
        + reason.remedy().en()
        + " |";
  }
}
