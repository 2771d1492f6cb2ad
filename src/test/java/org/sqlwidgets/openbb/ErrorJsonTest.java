package org.sqlwidgets.openbb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ErrorJsonTest {

  @Test
  void body_hasDetailAndMessage_inThisOrderAndNothingElse() {
    assertThat(new String(ErrorJson.of("no such widget"), StandardCharsets.UTF_8))
        .isEqualTo("{\"detail\":\"no such widget\",\"message\":\"no such widget\"}");
  }

  @Property
  void anyText_comesBackUnchanged(@ForAll @CharRange(from = 0, to = 0xD7FF) String text)
      throws Exception {
    JsonNode read = new ObjectMapper().readTree(ErrorJson.of(text));
    assertThat(read.get("detail").textValue()).isEqualTo(text);
    assertThat(read.get("message").textValue()).isEqualTo(text);
    assertThat(read.size()).isEqualTo(2);
  }

  @Test
  void loneSurrogate_isStillJson() throws Exception {
    assertThat(new ObjectMapper().readTree(ErrorJson.of("a\uD800b")).get("detail").textValue())
        .isEqualTo("a?b");
  }
}
