package org.sqlwidgets.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is published, the judge answers; it never breaks down. */
class OpenbbJudgeRobustnessTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> WRONG_VALUES =
      List.of("null", "\"\"", "\"$x,y\"", "-1.5", "true", "[]", "[[{}]]", "{\"x\":{\"x\":1}}");

  @ParameterizedTest
  @MethodSource("valid")
  void exampleWithOneValueWrong_isJudged(Path file) throws IOException {
    String name = file.getFileName().toString();
    JsonNode root = MAPPER.readTree(Examples.valid(name));
    for (JsonPointer place : places(root, JsonPointer.empty())) {
      judge(name, without(root.deepCopy(), place), place);
      for (String value : WRONG_VALUES) {
        judge(name, with(root.deepCopy(), place, MAPPER.readTree(value)), place);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void exampleThatIsCutOff_fails(Path file) throws IOException {
    String name = file.getFileName().toString();
    byte[] json = Examples.valid(name);
    int end = new String(json, java.nio.charset.StandardCharsets.UTF_8).stripTrailing().length();
    for (int length = 0; length < end; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThat(Examples.rules(Examples.failures(name, cut))).containsExactly("R01");
    }
  }

  private static void judge(String name, JsonNode document, JsonPointer place) {
    assertThatCode(
            () -> {
              byte[] json = MAPPER.writeValueAsBytes(document);
              Examples.failures(name, json);
              Examples.notes(name, json);
              OpenbbJudge.failures(Examples.valid("store.apps.json"), json);
            })
        .as("%s changed at %s", name, place)
        .doesNotThrowAnyException();
  }

  private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
    List<JsonPointer> places = new ArrayList<>();
    node.properties()
        .forEach(e -> places.addAll(below(e.getValue(), at.appendProperty(e.getKey()))));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.addAll(below(node.get(i), at.appendIndex(i)));
    }
    return places;
  }

  private static List<JsonPointer> below(JsonNode node, JsonPointer at) {
    List<JsonPointer> places = places(node, at);
    places.add(at);
    return places;
  }

  private static JsonNode without(JsonNode root, JsonPointer place) {
    switch (root.at(place.head())) {
      case ObjectNode object -> object.remove(place.last().getMatchingProperty());
      case ArrayNode array -> array.remove(place.last().getMatchingIndex());
      default -> throw new IllegalStateException("no parent at " + place);
    }
    return root;
  }

  private static JsonNode with(JsonNode root, JsonPointer place, JsonNode value) {
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
      default -> throw new IllegalStateException("no parent at " + place);
    }
    return root;
  }

  static List<Path> valid() throws IOException {
    return Examples.files("valid");
  }
}
