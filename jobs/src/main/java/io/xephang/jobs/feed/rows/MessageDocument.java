package io.xephang.jobs.feed.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The messages of a JSON file: an envelope, or an array of messages, of any size. The file is read
 * twice: an envelope that cannot be read to its end counts as one row, so nothing of it may be
 * given before its end was seen.
 */
final class MessageDocument extends RawRows {
  /** Opens the file once more from its start. */
  interface Source {
    InputStream open() throws IOException;
  }

  /** Bytes that are looked at to tell the encoding. */
  private static final int AROUND = 1 << 12;

  private final Source source;
  private final MessageText messages;
  private InputStream in;
  private JsonParser json;
  private boolean inArray;

  MessageDocument(Source source, MessageText messages) {
    this.source = source;
    this.messages = messages;
  }

  @Override
  RawRow read() throws IOException {
    if (json == null) {
      RawRow.Malformed problem = problem();
      if (problem != null) {
        end();
        return problem;
      }
      in = source.open();
      json = messages.parser(in);
    }
    while (true) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return null;
      }
      if (inArray) {
        if (token == JsonToken.END_ARRAY) {
          inArray = false;
        } else {
          return messages.element(json).at(position(1));
        }
      } else if (token == JsonToken.START_ARRAY) {
        inArray = true;
      } else if (token == JsonToken.FIELD_NAME && !MessageText.isData(json.currentName())) {
        json.nextToken();
        json.skipChildren();
      }
    }
  }

  /** What is wrong with the file as a whole; null if it can be read. */
  private RawRow.Malformed problem() {
    try (InputStream first = source.open();
        JsonParser whole = messages.parser(first)) {
      JsonToken token = whole.nextToken();
      if (token == null) {
        throw new BrokenContent("the file is empty, expected an envelope of messages");
      }
      if (token == JsonToken.START_ARRAY) {
        whole.skipChildren();
      } else if (token == JsonToken.START_OBJECT) {
        requireEnvelope(whole);
      } else {
        throw new BrokenContent("found a bare value, expected an envelope of messages");
      }
      if (whole.nextToken() != null) {
        throw new BrokenContent(
            "found more than one JSON text, expected one envelope: deliver texts line by line as a"
                + " file named *.ndjson");
      }
      return null;
    } catch (IOException e) {
      String detail = MessageText.problem(e, around(e));
      return new RawRow.Malformed(
          position(1),
          e instanceof BrokenContent || e instanceof JsonProcessingException
              ? detail
              : "the file cannot be read: " + BrokenContent.reason(e) + "; deliver it again whole",
          "");
    }
  }

  /** Whole characters around the place where the JSON breaks; none if there is no such place. */
  private byte[] around(IOException e) {
    long place =
        e instanceof JsonProcessingException json && json.getLocation() != null
            ? json.getLocation().getByteOffset()
            : -1;
    if (place < 0) {
      return new byte[0];
    }
    try (InputStream again = source.open()) {
      again.skipNBytes(Math.max(0, place - AROUND));
      byte[] text = again.readNBytes(2 * AROUND);
      int start = 0;
      int end = text.length;
      while (start < end && text[start] < 0) {
        start++;
      }
      while (end > start && text[end - 1] < 0) {
        end--;
      }
      return Arrays.copyOfRange(text, start, end);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private void requireEnvelope(JsonParser whole) throws IOException {
    boolean data = false;
    while (whole.nextToken() == JsonToken.FIELD_NAME) {
      String name = whole.currentName();
      JsonToken value = whole.nextToken();
      if (MessageText.isService(name) && value == JsonToken.VALUE_STRING) {
        messages.requireService(whole.getText());
      }
      if (MessageText.isData(name)) {
        if (value != JsonToken.START_ARRAY || data) {
          throw new BrokenContent("found no single list in 'data', expected one of messages");
        }
        data = true;
      }
      whole.skipChildren();
    }
    if (!data) {
      throw new BrokenContent(MessageText.NO_DATA);
    }
  }

  @Override
  String expected() {
    return "an envelope of messages in UTF-8";
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
