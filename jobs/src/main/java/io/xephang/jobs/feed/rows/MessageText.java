package io.xephang.jobs.feed.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.FeedHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the portal's messages out of JSON: the fields that the feed uses, as text, and nothing
 * else. Other fields may hold personal data, so no message of an error quotes the text.
 */
final class MessageText {
  /** The one field that is a list: of each entry only the amount is used. */
  static final String FEES = "DanhSachLePhi";

  private static final String AMOUNT = "Gia";
  private static final String DATA = "data";
  private static final String SERVICE = "service";
  private static final int DEEPEST = 100;

  /** What is wrong with an envelope that holds no list of messages. */
  static final String NO_DATA =
      "found an object without a list 'data', expected an envelope of messages";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(ByteLines.LONGEST)
                  .build())
          .build();

  private final String service;
  private final Map<String, String> fields = new HashMap<>();

  private MessageText(String service) {
    this.service = service;
  }

  /** Reads messages of a feed. */
  static MessageText of(FeedHeader columns) {
    MessageText messages = new MessageText(columns.message());
    columns.columns().stream()
        .map(FeedColumn::name)
        // A message has its fees in a list; the sum is a column of CSV.
        .filter(name -> !name.equals(AMOUNT))
        .forEach(name -> messages.fields.put(name, name));
    return messages;
  }

  /**
   * A message, or what stands in its place.
   *
   * @param cells null if there is a problem
   */
  record Found(Map<String, String> cells, String problem, String fingerprint) {
    RawRow at(long position) {
      return cells == null
          ? new RawRow.Malformed(position, problem, fingerprint)
          : new RawRow.Cells(position, cells);
    }
  }

  /**
   * All messages of a text.
   *
   * @throws IOException if it cannot be read to its end, or is no message, envelope or array
   */
  List<Found> parse(byte[] text, int offset, int length) throws IOException {
    List<Found> found = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(text, offset, length)) {
      Found alone = first(json, found);
      if (alone != null) {
        found.add(alone);
      }
      if (json.nextToken() != null) {
        throw new BrokenContent("found more than one JSON text on a line, expected one");
      }
    }
    return found;
  }

  JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  /** Reads one text: a message is returned, those of an envelope or array are added. */
  private Found first(JsonParser json, List<Found> found) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.START_ARRAY) {
      array(json, found);
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new BrokenContent("found a bare value, expected a message or an envelope");
    }
    Fields fieldsOfIt = new Fields();
    List<Found> listed = new ArrayList<>();
    boolean envelope = false;
    boolean named = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals(DATA) && value == JsonToken.START_ARRAY && fieldsOfIt.isEmpty()) {
        envelope = true;
        array(json, listed);
      } else if (name.equals(SERVICE) && value == JsonToken.VALUE_STRING) {
        requireService(json.getText());
        named = true;
      } else {
        fieldsOfIt.take(name, value, json);
      }
    }
    if (named && !envelope && fieldsOfIt.isEmpty()) {
      throw new BrokenContent(NO_DATA);
    }
    // A message may have a field of that name, which is ignored.
    if (!envelope || !fieldsOfIt.isEmpty()) {
      return fieldsOfIt.found();
    }
    found.addAll(listed);
    return null;
  }

  void requireService(String named) throws BrokenContent {
    if (!named.equals(service)) {
      throw new BrokenContent(
          "found an envelope of another service, expected the service " + service);
    }
  }

  private void array(JsonParser json, List<Found> found) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      found.add(element(json));
    }
  }

  /** The message that the parser stands on; what is none is a malformed row. */
  Found element(JsonParser json) throws IOException {
    if (json.currentToken() == null) {
      throw new JsonEOFException(json, null, "broken off");
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new Found(null, "found no object in the list, expected a message", "");
    }
    Fields taken = new Fields();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      taken.take(name, json.nextToken(), json);
    }
    return taken.found();
  }

  static boolean isData(String name) {
    return name.equals(DATA);
  }

  static boolean isService(String name) {
    return name.equals(SERVICE);
  }

  /** The used fields of one message. */
  private final class Fields {
    private final Map<String, String> cells = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private String problem;

    boolean isEmpty() {
      return seen.isEmpty();
    }

    void take(String name, JsonToken value, JsonParser json) throws IOException {
      String field = fields.get(name);
      if (field == null) {
        json.skipChildren();
        return;
      }
      if (!seen.add(field)) {
        problem("found " + field + " twice in one message, expected it once");
      }
      String text = "";
      if (field.equals(FEES) && value == JsonToken.START_ARRAY) {
        text = fees(json);
      } else if (value.isStructStart()) {
        json.skipChildren();
        problem(
            "found "
                + (value == JsonToken.START_ARRAY ? "a list" : "an object")
                + " in "
                + field
                + ", expected a text, number or boolean");
      } else {
        text = scalar(value, json);
        if (field.equals(FEES) && !text.isEmpty()) {
          problem("found a bare value in " + field + ", expected a list of fees");
        }
      }
      if (!text.isEmpty()) {
        cells.put(field, text);
      }
    }

    private String scalar(JsonToken value, JsonParser json) throws IOException {
      return switch (value) {
        case VALUE_NULL -> "";
        case VALUE_STRING -> checked(CellText.clean(json.getText()));
        case VALUE_NUMBER_FLOAT -> CellText.ofNumber(json.getText());
        default -> json.getText();
      };
    }

    private String checked(String text) {
      if (!CellText.isPlain(text)) {
        CellText.problem(List.of(text)).ifPresent(this::problem);
      }
      return text;
    }

    /** The amounts as {@code [{"Gia":"50000"}]}, which is how CSV has them too; empty if none. */
    private String fees(JsonParser json) throws IOException {
      StringBuilder amounts = new StringBuilder();
      for (JsonToken entry = json.nextToken();
          entry != JsonToken.END_ARRAY;
          entry = json.nextToken()) {
        if (entry == null) {
          throw new JsonEOFException(json, null, "broken off");
        }
        if (entry != JsonToken.START_OBJECT) {
          json.skipChildren();
          problem("found no object among the fees, expected objects with " + AMOUNT);
          continue;
        }
        amounts
            .append(amounts.isEmpty() ? "[" : ",")
            .append("{\"" + AMOUNT + "\":\"")
            .append(JsonStringEncoder.getInstance().quoteAsString(amount(json)))
            .append("\"}");
      }
      return amounts.isEmpty() ? "" : amounts.append(']').toString();
    }

    private String amount(JsonParser json) throws IOException {
      String amount = "";
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isAmount = json.currentName().equals(AMOUNT);
        JsonToken value = json.nextToken();
        if (!isAmount) {
          json.skipChildren();
        } else if (value.isStructStart()) {
          json.skipChildren();
          problem("found no number in " + AMOUNT + " of a fee, expected one");
        } else {
          amount = scalar(value, json);
        }
      }
      return amount;
    }

    private void problem(String found) {
      problem = problem == null ? found : problem;
    }

    Found found() {
      return problem == null
          ? new Found(cells, null, null)
          : new Found(null, problem, Fingerprint.of(String.join(",", cells.values())));
    }
  }

  /** Why a text cannot be read, without any of it. */
  static String problem(IOException e, byte[] text) {
    if (e instanceof BrokenContent) {
      return e.getMessage();
    }
    String encoding =
        isUtf8(text)
            ? ""
            : ": it is not UTF-8"
                + LegacyEncoding.guess(text)
                    .map(g -> " (it looks like " + g.shownName() + ")")
                    .orElse("");
    String place = place(e);
    return "found " + place + encoding + ", expected a message or an envelope in UTF-8";
  }

  private static String place(IOException e) {
    if (e instanceof JsonEOFException) {
      return "broken-off JSON";
    }
    if (e instanceof StreamConstraintsException limit) {
      return String.valueOf(limit.getOriginalMessage()).contains("nesting depth")
          ? "JSON nested deeper than " + DEEPEST + " levels"
          : "a name, text or number that is too long";
    }
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      return "broken JSON at byte " + json.getLocation().getByteOffset();
    }
    return "what cannot be read";
  }

  private static boolean isUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
