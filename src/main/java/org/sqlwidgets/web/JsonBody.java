package org.sqlwidgets.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.StrictUtf8;

/** The body of a POST request (contract §1.5). */
sealed interface JsonBody {

  /**
   * A JSON object; no body at all is an empty one.
   *
   * @param keys texts, BigDecimals, booleans, lists and maps; keys with null are left out
   */
  record Keys(Map<String, Object> keys) implements JsonBody {}

  /**
   * Anything else.
   *
   * @param detail what is wrong, for the person at the screen
   */
  record Malformed(String detail) implements JsonBody {}

  /** The body of a request, whatever its content type; Excel and curl do not always name JSON. */
  static CompletionStage<JsonBody> of(HttpRequest<?> request) {
    return WholeBody.of(request).thenApply(JsonBody::read);
  }

  /** Reads bytes; none are an empty object. */
  static JsonBody read(byte[] body) {
    if (!StrictUtf8.isValid(body)) {
      return new Malformed("the request body is not text in UTF-8");
    }
    try (JsonParser json = Reader.FACTORY.createParser(body)) {
      JsonToken first = json.nextToken();
      if (first != null && first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
        return new Malformed("the request body is not a JSON object");
      }
      Map<String, Object> keys =
          first == JsonToken.START_OBJECT ? new Reader(json).object() : Map.of();
      return json.nextToken() == null
          ? new Keys(keys)
          : new Malformed("the request body goes on behind its JSON object");
    } catch (StreamConstraintsException e) {
      return new Malformed(
          "the request body is nested more than %d deep, or holds a number of more than %d digits"
              .formatted(Reader.DEEPEST, Reader.LONGEST_NUMBER));
    } catch (JsonProcessingException e) {
      return new Malformed(Reader.malformed(e.getLocation()));
    } catch (IOException e) {
      return new Malformed(Reader.malformed(null));
    }
  }

  /** Turns the tokens of a body into a plain tree. */
  record Reader(JsonParser json) {
    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 400;
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private static String malformed(@Nullable JsonLocation at) {
      return at == null
          ? "the request body is not JSON"
          : "the request body is not JSON that can be read, at line %d, column %d"
              .formatted(at.getLineNr(), at.getColumnNr());
    }

    private Map<String, Object> object() throws IOException {
      Map<String, Object> keys = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String key = json.currentName();
        json.nextToken();
        Object value = value();
        if (value == null) {
          keys.remove(key);
        } else {
          keys.put(key, value);
        }
      }
      return Collections.unmodifiableMap(keys);
    }

    private List<@Nullable Object> array() throws IOException {
      List<@Nullable Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return Collections.unmodifiableList(items);
    }

    private @Nullable Object value() throws IOException {
      return switch (json.currentToken()) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        case VALUE_STRING -> json.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> null;
      };
    }

    private BigDecimal number() throws IOException {
      try {
        return new BigDecimal(json.getText());
      } catch (NumberFormatException e) {
        throw new com.fasterxml.jackson.core.JsonParseException(json, "number", e);
      }
    }
  }
}
