package io.xephang.reports.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A part of a document's body, and when it stands there. */
public sealed interface Block {
  List<Condition> conditions();

  /** A paragraph. */
  record Text(Role role, Wording wording, List<Condition> conditions) implements Block {
    public Text {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A table. A column without any value is left out.
   *
   * @param headings of the columns, in their order
   */
  record Table(TableName name, Map<Column, String> headings, List<Condition> conditions)
      implements Block {
    public Table {
      headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
      conditions = List.copyOf(conditions);
    }
  }

  /** What a paragraph is; how it looks follows from it. */
  enum Role {
    /** Bold, centred: PHỤ LỤC, BÁO CÁO. */
    TITLE,
    /** Bold, centred, below the title: what it is about. */
    SUBJECT,
    /** In italics, centred: the letter that an annex belongs to. */
    ATTACHED,
    /** Bold, at the left, with a Roman number: those that stand are counted. */
    SECTION,
    /** Bold, at the left. */
    HEADING,
    /** Justified, the first line indented. */
    PARAGRAPH,
    /** A paragraph that begins with a hyphen. */
    BULLET;

    /** As it stands in a template. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A block stands only if a value or a table is there, or only if it is not. */
  sealed interface Condition {
    boolean holds(Map<Placeholder, String> values, Set<TableName> tables);
  }

  /** Whether a value is there. */
  record HasValue(Placeholder placeholder, boolean wanted) implements Condition {
    @Override
    public boolean holds(Map<Placeholder, String> values, Set<TableName> tables) {
      return wanted != values.getOrDefault(placeholder, "").isEmpty();
    }
  }

  /** Whether a table has rows. */
  record HasRows(TableName table, boolean wanted) implements Condition {
    @Override
    public boolean holds(Map<Placeholder, String> values, Set<TableName> tables) {
      return wanted == tables.contains(table);
    }
  }
}
