package org.sqlwidgets.openbb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8JsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void text_escapesWhatJsonDemands() {
    assertThat(written(json -> json.text("\" \\ \b \f \n \r \t \u0001 \u007f / é 😀 \u2028")))
        .isEqualTo("\"\\\" \\\\ \\b \\f \\n \\r \\t \\u0001 \u007f / é 😀 \u2028\"");
  }

  @Property(tries = 2000)
  void text_readsBackEqual(@ForAll String text) throws IOException {
    String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(JSON.readValue(written(json -> json.text(valid)), String.class)).isEqualTo(valid);
  }

  @Property(tries = 2000)
  void number_isItsDecimalText(@ForAll long value) {
    assertThat(written(json -> json.number(value))).isEqualTo(Long.toString(value));
  }

  @Test
  void number_atTheEnds_isItsDecimalText() {
    for (long value : new long[] {0, 9, 10, 99, 100, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(written(json -> json.number(value))).isEqualTo(Long.toString(value));
    }
  }

  @Test
  void longText_crossesChunksUnharmed() {
    String text = "aé\"\n😀".repeat(100_000);

    String json = written(out -> out.text(text));

    assertThat(json).isEqualTo("\"" + "aé\\\"\\n😀".repeat(100_000) + "\"");
  }

  private static String written(Consumer<Utf8Json> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Utf8Json json = new Utf8Json((chunk, length) -> bytes.write(chunk, 0, length));
    writer.accept(json);
    json.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
