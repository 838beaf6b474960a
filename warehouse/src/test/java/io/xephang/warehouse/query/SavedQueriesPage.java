package io.xephang.warehouse.query;

import java.util.stream.Collectors;

/** The page {@code docs/queries.md}: every saved query with its SQL, to be copied and changed. */
final class SavedQueriesPage {
  static final String COMMAND =
      "mvn -q -pl warehouse -am test -Dtest=SavedQueriesPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dqueries.write=true";

  private SavedQueriesPage() {}

  static String markdown() {
    return """
        # Câu hỏi có sẵn / Saved queries

        <!-- Generated from query/*.sql in warehouse/. Do not edit; run: %s -->

        Chạy bằng `xephang query TÊN --param tham_số=giá_trị`; hoặc chép SQL, thay `$tham_số` và chạy bằng `xephang sql`.
        *Ask by `xephang query NAME --param parameter=value`; or copy the SQL, replace each `$parameter`, and ask `xephang sql`.*

        %s"""
        .formatted(
            COMMAND,
            SavedQueries.all().stream()
                .map(SavedQueriesPage::section)
                .collect(Collectors.joining("\n")));
  }

  private static String section(SavedQuery query) {
    return """
        ## `%s`

        **%s**. %s
        *%s. %s*

        Ai hỏi / Asked by: %s

        %s```sql
        %s
        ```
        """
        .formatted(
            query.name(),
            query.title().vi(),
            query.description().vi(),
            query.title().en(),
            query.description().en(),
            query.askedBy(),
            parameters(query),
            query.sql());
  }

  private static String parameters(SavedQuery query) {
    if (query.parameters().isEmpty()) {
      return "";
    }
    return query.parameters().stream()
        .map(SavedQueriesPage::row)
        .collect(
            Collectors.joining(
                "\n",
                "| tham số / parameter | | mặc định / default |\n| --- | --- | --- |\n",
                "\n\n"));
  }

  private static String row(QueryParameter parameter) {
    return "| `"
        + parameter.name()
        + "` | "
        + parameter.vi()
        + " / "
        + parameter.en()
        + " | "
        + parameter
            .defaultValue()
            .map(value -> "`" + value + "`")
            .orElse(parameter.optional() ? "" : "bắt buộc / required")
        + " |";
  }
}
