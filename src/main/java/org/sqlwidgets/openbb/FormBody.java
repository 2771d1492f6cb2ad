package org.sqlwidgets.openbb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form sends: one flat JSON object (contract §3.7).
 *
 * <p>Texts, numbers and booleans are one value, a list is several, null is none. Values of other
 * kinds are kept by name, to be refused where they are wanted.
 *
 * @param values by name
 * @param unreadable the names of the values that are objects, or lists in lists
 */
public record FormBody(Map<String, List<String>> values, List<String> unreadable) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
          .build();

  /** Copies the collections. */
  public FormBody {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    unreadable = List.copyOf(unreadable);
  }

  /** Reads a body; empty when it is not one JSON object. */
  public static Optional<FormBody> read(byte[] body) {
    if (!StrictUtf8.isValid(body)) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      FormBody form = read(parser);
      return parser.nextToken() == null ? Optional.of(form) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static FormBody read(JsonParser parser) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> unreadable = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      List<String> found = new ArrayList<>();
      if (!value(parser, parser.nextToken(), true, found)) {
        unreadable.add(name);
      }
      values.put(name, List.copyOf(found));
    }
    return new FormBody(values, unreadable);
  }

  /** Takes one value; false when it is of no kind that a form sends. */
  private static boolean value(
      JsonParser parser, JsonToken token, boolean listAllowed, List<String> found)
      throws IOException {
    return switch (token) {
      case VALUE_NULL -> true;
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          found.add(parser.getText());
      case START_ARRAY -> {
        boolean readable = listAllowed;
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          readable &= value(parser, next, false, found);
        }
        yield readable;
      }
      default -> {
        parser.skipChildren();
        yield false;
      }
    };
  }
}
