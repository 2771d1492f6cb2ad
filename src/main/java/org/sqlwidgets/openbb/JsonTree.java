package org.sqlwidgets.openbb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain maps, lists, texts, numbers and booleans as a JSON document. */
public final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonTree() {}

  /**
   * The document in UTF-8.
   *
   * @param value a Map, List, String, Number, Boolean or null; anything else by its text
   */
  public static byte[] write(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
    switch (value) {
      case null -> generator.writeNull();
      case Boolean bool -> generator.writeBoolean(bool);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case BigDecimal number -> generator.writeNumber(number.toPlainString());
      case Map<?, ?> map -> writeMap(map, generator);
      case Iterable<?> list -> writeList(list, generator);
      default -> generator.writeString(value.toString());
    }
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      generator.writeFieldName(String.valueOf(entry.getKey()));
      write(entry.getValue(), generator);
    }
    generator.writeEndObject();
  }

  private static void writeList(Iterable<?> list, JsonGenerator generator) throws IOException {
    generator.writeStartArray();
    for (Object item : list) {
      write(item, generator);
    }
    generator.writeEndArray();
  }
}
