package org.sqlwidgets.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads JSON as strictly as RFC 8259 allows: UTF-8 without a byte order mark, one value, no key
 * twice, numbers that JavaScript can hold.
 */
final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /**
   * The value in the bytes; a refusal goes to the report instead.
   *
   * @param rule the rule under which a refusal is reported
   * @param what the document's name in the report
   */
  static Optional<JsonNode> read(byte[] bytes, String rule, String what, Report report) {
    try {
      return Optional.of(read(bytes));
    } catch (CharacterCodingException e) {
      report.add(rule, what, "not UTF-8");
    } catch (JsonProcessingException e) {
      report.add(rule, what + place(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static JsonNode read(byte[] bytes) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    JsonNode root = MAPPER.readTree(text);
    if (root.isMissingNode()) {
      throw new NotJson("empty, expected one JSON value");
    }
    refuseOverflow(root);
    return root;
  }

  private static void refuseOverflow(JsonNode node) throws NotJson {
    if (node.isNumber() && Double.isInfinite(node.doubleValue())) {
      throw new NotJson("number " + node + " becomes Infinity in JavaScript");
    }
    for (JsonNode child : node) {
      refuseOverflow(child);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  /** What Jackson itself lets pass. */
  private static final class NotJson extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }
}
