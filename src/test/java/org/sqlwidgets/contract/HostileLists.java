package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Hostile values where a param takes several, of each type: a list is what its parts are. */
interface HostileLists extends HostileTopic {
  Pattern REFUSED_NAME = Pattern.compile("Parameter '([a-z_]+)': ");
  int MOST_PARTS = 8;
  ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Test
  default void listOfAnyType_isWhatItsPartsAreAlone_orRefused() {
    Map<String, Map<String, String>> known = new HashMap<>();
    int several = 0;
    for (HostileValue value : values()) {
      List<String> parts = parts(value);
      Set<String> types = types(value);
      if (parts.isEmpty() || parts.size() > MOST_PARTS || value.value().contains("$currentDate")) {
        continue; // what is relative to the present changes between two requests
      }
      several += parts.size() > 1 ? 1 : 0;
      Map<String, String> expected = new TreeMap<>();
      for (String type : types) {
        List<String> texts =
            parts.stream()
                .map(part -> known.computeIfAbsent(part, this::alone).getOrDefault(type, ""))
                .toList();
        if (!texts.contains("")) {
          expected.put(type, String.join(" | ", texts));
        }
      }
      Map<String, String> lists = accepted(value, "", types);
      assertThat(lists).as(value.name()).isEqualTo(expected);
    }
    assertThat(several).isGreaterThan(10);
  }

  private static List<String> parts(HostileValue value) {
    return Stream.of(value.value().split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** As many types as an address has room for. */
  private static Set<String> types(HostileValue value) {
    int length = value.percent().length();
    if (length > 9000) {
      return length > 28_000 ? Set.of() : Set.of("text");
    }
    return length > 2000 ? Set.of("text", "integer", "numeric") : HostileFiles.LIST_TYPES.keySet();
  }

  /** What each type makes of a value that is no list. */
  private Map<String, String> alone(String part) {
    HostileValue value = new HostileValue("part", part);
    return accepted(value, "one_", types(value));
  }

  /** What those types make of a value that take it; the reply names the others. */
  private Map<String, String> accepted(HostileValue value, String prefix, Set<String> types) {
    Set<String> left = new LinkedHashSet<>(types);
    HttpReply reply = ask(value, prefix, left);
    if (reply.status() == 422) {
      Set<String> refused =
          REFUSED_NAME
              .matcher(reply.json().path("detail").asText())
              .results()
              .map(found -> found.group(1).substring(prefix.length()))
              .collect(Collectors.toSet());
      assertThat(left).as(value.name() + reply.text()).containsAll(refused);
      assertThat(refused).as(value.name() + reply.text()).isNotEmpty();
      left.removeAll(refused);
      reply = ask(value, prefix, left);
    }
    assertThat(reply.status()).as(value.name() + reply.text()).isEqualTo(200);
    Map<String, String> shown = new TreeMap<>();
    for (String type : left) {
      String text = reply.json().get(0).path(prefix + type).asText();
      List<String> texts = prefix.isEmpty() ? items(text) : List.of(text);
      shown.put(
          type,
          texts.stream()
              .map(one -> type.equals("text") ? one : number(one))
              .collect(Collectors.joining(" | ")));
    }
    return shown;
  }

  private HttpReply ask(HostileValue value, String prefix, Set<String> types) {
    return client()
        .get(
            types.stream()
                .map(type -> prefix + type + "=" + value.percent())
                .collect(Collectors.joining("&", "/widgets/lists?", "")));
  }

  /** A list is shown as the text of a JSON array. */
  private static List<String> items(String json) {
    try {
      List<String> texts = new ArrayList<>();
      JSON.readTree(json).forEach(item -> texts.add(item.asText()));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** A number in one form, whatever its zeros; any other text as it is. */
  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
