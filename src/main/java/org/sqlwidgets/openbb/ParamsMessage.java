package org.sqlwidgets.openbb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlwidgets.query.ParamValues;

/**
 * The values that the client of a live grid sends, first and whenever one changes (contract §4.11).
 *
 * @param values by param name; what is neither text, number nor boolean counts as absent
 */
public record ParamsMessage(Map<String, List<String>> values) implements ParamValues {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String EXPECTED =
      "expected {\"type\":\"params\",\"params\":{\"name\":\"value\"}}";

  /** Copies the map. */
  public ParamsMessage {
    values = Map.copyOf(values);
  }

  /** A message that is none; the text says why and fits into a close frame. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String why) {
      super(why + ", " + EXPECTED);
    }
  }

  /**
   * Reads a message.
   *
   * @param json UTF-8
   * @throws UnreadableException when it is not JSON, or JSON of another kind
   */
  public static ParamsMessage read(byte[] json) throws UnreadableException {
    if (!StrictUtf8.isValid(json)) {
      throw new UnreadableException("not UTF-8");
    }
    try (JsonParser parser = JSON.createParser(json)) {
      ParamsMessage message = read(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableException("more than one JSON value");
      }
      return message;
    } catch (IOException e) {
      throw new UnreadableException("not JSON");
    }
  }

  private static ParamsMessage read(JsonParser parser) throws IOException, UnreadableException {
    Map<String, List<String>> params = new HashMap<>();
    String type = "";
    boolean given = false;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableException("not an object");
    }
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (key.equals("type")) {
        type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
      } else if (key.equals("params") && value == JsonToken.START_OBJECT) {
        readParams(parser, params);
        given = true;
        continue;
      }
      parser.skipChildren();
    }
    if (!type.equals("params") || !given) {
      throw new UnreadableException("not a message with params");
    }
    return new ParamsMessage(params);
  }

  private static void readParams(JsonParser parser, Map<String, List<String>> params)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      List<String> texts = new ArrayList<>();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readValue(parser, texts);
        }
      } else {
        readValue(parser, texts);
      }
      params.put(name, texts);
    }
  }

  private static void readValue(JsonParser parser, List<String> texts) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          texts.add(parser.getText());
      case null, default -> parser.skipChildren();
    }
  }

  @Override
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
