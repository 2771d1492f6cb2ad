package org.sqlwidgets.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that come with the rules are judged as their names say. */
class OpenbbJudgeExamplesTest {

  @ParameterizedTest
  @MethodSource("valid")
  void validExample_passes(Path file) throws IOException {
    assertThat(Examples.failures(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refusedBySchema")
  void exampleNamedEOrW_failsTheSchema(Path file) throws IOException {
    assertThat(Examples.rules(Examples.failures(file))).contains("SCHEMA");
  }

  @ParameterizedTest
  @MethodSource("refusedByRule")
  void exampleNamedR_failsExactlyThatRule(Path file) throws IOException {
    String rule = file.getFileName().toString().substring(0, 3);

    assertThat(Examples.rules(Examples.failures(file))).containsExactly(rule);
  }

  @Test
  void builtInIds_ofTheProduct_areThoseOfTheClient() throws IOException {
    JsonNode names =
        new ObjectMapper().readTree(getClass().getResourceAsStream("/openbb/builtin-ids.json"));

    for (JsonNode id : names.get("ids")) {
      assertThat(org.sqlwidgets.widget.BuiltInIds.refusal(id.asText())).isPresent();
    }
    for (JsonNode prefix : names.get("prefixes")) {
      assertThat(org.sqlwidgets.widget.BuiltInIds.refusal(prefix.asText() + "x")).isPresent();
    }
    for (JsonNode fragment : names.get("fragments")) {
      assertThat(org.sqlwidgets.widget.BuiltInIds.refusal("x" + fragment.asText() + "x"))
          .isPresent();
    }
    assertThat(org.sqlwidgets.widget.BuiltInIds.refusal("price_history")).isEmpty();
  }

  static List<Path> valid() throws IOException {
    return Examples.files("valid");
  }

  static Stream<Path> refusedBySchema() throws IOException {
    return Examples.files("invalid").stream().filter(file -> !named(file, "R"));
  }

  static Stream<Path> refusedByRule() throws IOException {
    return Examples.files("invalid").stream().filter(file -> named(file, "R"));
  }

  private static boolean named(Path file, String start) {
    return file.getFileName().toString().startsWith(start);
  }
}
