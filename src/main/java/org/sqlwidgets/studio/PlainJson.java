package org.sqlwidgets.studio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.openbb.StrictUtf8;

/** Reads JSON as maps, lists, texts, BigDecimals, booleans and nulls. */
final class PlainJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(100).build())
          .build();

  private final JsonParser parser;

  private PlainJson(JsonParser parser) {
    this.parser = parser;
  }

  /** The one object that a text holds; empty when it is anything else. */
  static Optional<Map<String, @Nullable Object>> object(byte[] text) {
    if (!StrictUtf8.isValid(text)) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, @Nullable Object> object = new PlainJson(parser).map();
      return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same of a text that we wrote ourselves; null for {@code null}. */
  static @Nullable Map<String, @Nullable Object> written(String text) {
    return text.equals("null")
        ? null
        : object(text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("a record of a change is no JSON object"));
  }

  private Map<String, @Nullable Object> map() throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      map.put(key, value(parser.nextToken()));
    }
    return Collections.unmodifiableMap(map);
  }

  private List<@Nullable Object> list() throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      list.add(value(next));
    }
    return Collections.unmodifiableList(list);
  }

  private @Nullable Object value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> map();
      case START_ARRAY -> list();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** A number that is whole and fits. */
  static Optional<Long> whole(@Nullable Object value, long least, long most) {
    if (!(value instanceof BigDecimal number)
        || number.scale() > 20
        || number.scale() < -20
        || number.stripTrailingZeros().scale() > 0) {
      return Optional.empty();
    }
    boolean fits =
        number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    return fits ? Optional.of(number.longValueExact()) : Optional.empty();
  }
}
