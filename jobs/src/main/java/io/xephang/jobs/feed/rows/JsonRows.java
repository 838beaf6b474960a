package io.xephang.jobs.feed.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.FeedHeader;
import io.xephang.schemas.feed.HeaderWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a JSON file: an array of objects, objects one after the other (one a line), or an
 * object with one array of objects in it ({@code {"data": […]}}). Keys are the feed's columns in
 * either language; other keys are passed over. Strings, numbers and booleans are values. Behind
 * JSON that is broken nothing can be read: it is one malformed row.
 */
final class JsonRows extends RawRows {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1 << 20;
  private static final int MOST_KEYS = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  private final InputStream in;
  private final HeaderWords words;
  private final Map<String, Optional<FeedColumn>> known = new HashMap<>();
  private JsonParser json;

  /** A token that was looked at and belongs to the next row. */
  private JsonToken ahead;

  private boolean inArray;
  private boolean wrapped;
  private boolean anyToken;

  JsonRows(InputStream in, FeedHeader columns) {
    this.in = in;
    this.words = columns.words();
  }

  @Override
  RawRow read() throws IOException {
    if (json == null) {
      json = FACTORY.createParser(FeedText.of(in));
    }
    while (true) {
      JsonToken token = ahead == null ? json.nextToken() : ahead;
      ahead = null;
      if (token == null) {
        return anyToken ? null : empty();
      }
      boolean first = !anyToken;
      anyToken = true;
      if (inArray && token == JsonToken.END_ARRAY) {
        inArray = false;
        finishWrapper();
      } else if (first && token == JsonToken.START_ARRAY) {
        inArray = true;
      } else if (token == JsonToken.START_OBJECT) {
        Optional<RawRow> row = row();
        if (row.isPresent()) {
          return row.get();
        }
      } else {
        json.skipChildren();
        return new RawRow.Malformed(
            position(1),
            "found "
                + (token == JsonToken.START_ARRAY ? "an array" : "a bare value")
                + ", expected an object with the feed's columns",
            "");
      }
    }
  }

  private RawRow empty() {
    end();
    return new RawRow.Malformed(
        position(1), "the file is empty, expected a JSON array of objects", "");
  }

  /** The row of an object; empty if the object wraps the table, which is read from now on. */
  private Optional<RawRow> row() throws IOException {
    Map<String, String> cells = new HashMap<>();
    List<String> texts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    boolean emptyTable = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      FeedColumn column = columnOf(json.currentName());
      JsonToken value = json.nextToken();
      if (column == null) {
        if (value == JsonToken.START_ARRAY && !inArray && isNoRow(cells)) {
          if (beginsTable()) {
            return Optional.empty();
          }
          emptyTable |= ahead == JsonToken.END_ARRAY;
          passOverArray();
        }
        json.skipChildren();
      } else if (value.isStructStart()) {
        json.skipChildren();
        problems.add(
            "found "
                + (value == JsonToken.START_ARRAY ? "an array" : "an object")
                + " in "
                + column.name()
                + ", expected a text, number or boolean");
      } else {
        String text = value == JsonToken.VALUE_NULL ? "" : text(value);
        texts.add(text);
        if (cells.putIfAbsent(column.name(), CellText.clean(text)) != null) {
          problems.add(
              "found the column " + column.name() + " twice in one object, expected it once");
        }
      }
    }
    if (emptyTable && cells.isEmpty() && problems.isEmpty()) {
      return Optional.empty();
    }
    long position = position(1);
    CellText.problem(texts).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      return Optional.of(
          new RawRow.Malformed(position, problems.get(0), Fingerprint.of(String.join(",", texts))));
    }
    cells.values().removeIf(String::isEmpty);
    return Optional.of(new RawRow.Cells(position, cells));
  }

  private FeedColumn columnOf(String key) {
    if (known.size() > MOST_KEYS) {
      known.clear();
    }
    return known.computeIfAbsent(key, words::columnOf).orElse(null);
  }

  private boolean isNoRow(Map<String, String> cells) {
    return !words.required().stream().allMatch(column -> cells.containsKey(column.name()));
  }

  /** Whether the array that begins here is the table; looks at what is first in it. */
  private boolean beginsTable() throws IOException {
    ahead = json.nextToken();
    inArray = ahead == JsonToken.START_OBJECT;
    wrapped |= inArray;
    return inArray;
  }

  /** Behind {@link #beginsTable} has said no. */
  private void passOverArray() throws IOException {
    while (ahead != JsonToken.END_ARRAY) {
      json.skipChildren();
      ahead = json.nextToken();
    }
    ahead = null;
  }

  /** Other keys behind the table are passed over; rows must not be lost silently. */
  private void finishWrapper() throws IOException {
    while (wrapped && json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      FeedColumn column = columnOf(key);
      if (column != null && column.required()) {
        throw new BrokenContent(
            "found the column " + column.name() + " beside an array of objects");
      }
      if (json.nextToken() == JsonToken.START_ARRAY) {
        if (beginsTable()) {
          throw new BrokenContent("found a second array of objects, under '" + key + "'");
        }
        passOverArray();
      }
      json.skipChildren();
    }
    wrapped = false;
  }

  private String text(JsonToken value) throws IOException {
    return value == JsonToken.VALUE_NUMBER_FLOAT
        ? CellText.ofNumber(json.getText())
        : json.getText();
  }

  @Override
  String expected() {
    return "a JSON array of objects in UTF-8";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
