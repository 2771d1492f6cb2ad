package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Hostile values where rows are read: data, options, blocks of rows, prompts, live grids. */
interface HostileReads extends HostileTopic {
  Set<String> TYPES =
      new LinkedHashSet<>(
          List.of(
              "smallint",
              "integer",
              "bigint",
              "numeric",
              "real",
              "double",
              "boolean",
              "date",
              "timestamp",
              "timestamptz",
              "time",
              "uuid",
              "choice",
              "several"));

  Path ACCEPTED = Path.of("src/test/resources/hostile/accepted.txt");
  Pattern REFUSED = Pattern.compile("Parameter '([a-z]+)': ");

  private List<Integer> equalTo(HostileValue value) {
    return rowsLike(row -> row.value().equals(value.value()));
  }

  private void isTheEqualRows(HostileValue value, HttpReply reply, JsonNode rows) {
    if (!value.isText()) {
      assertThat(reply.status()).as(value.name()).isEqualTo(422);
      assertThat(reply.json().path("detail").asText()).as(value.name()).startsWith("Parameter '");
      return;
    }
    assertThat(reply.status()).as(value.name() + reply.text()).isEqualTo(200);
    assertThat(ids(rows)).as(value.name()).isEqualTo(equalTo(value));
    rows.forEach(
        row -> assertThat(row.path("echo").asText()).as(value.name()).isEqualTo(value.value()));
  }

  @Test
  default void textParam_findsItselfAlone_andComesBackAsItIs() {
    for (HostileValue value : addressed()) {
      HttpReply reply = client().get("/widgets/equal?v=" + value.percent());
      isTheEqualRows(value, reply, reply.json());
    }
  }

  @Test
  default void options_areThoseOfTheValueAlone() {
    for (String lookup : List.of("equals", "uses.u")) {
      for (HostileValue value : addressed()) {
        HttpReply reply = client().get("/options/" + lookup + "?v=" + value.percent());
        if (value.isText()) {
          assertThat(reply.json().findValuesAsText("value"))
              .as(value.name())
              .isEqualTo(equalTo(value).stream().map(String::valueOf).toList());
        } else {
          assertThat(reply.status()).as(value.name()).isEqualTo(422);
        }
      }
    }
  }

  @Test
  default void prompt_findsItselfAlone_andComesBackAsItIs() {
    for (HostileValue value : values()) {
      HttpReply reply = client().post("/widgets/answer", "{\"prompt\":" + value.json() + "}");
      isTheEqualRows(value, reply, reply.json().path("content"));
    }
  }

  /** Both databases are held to one list, which says what each type makes of each value. */
  @Test
  default void typedParam_isRefusedByName_orReadAsListed() throws IOException {
    List<String> found = new ArrayList<>();
    for (HostileValue value : values()) {
      JsonNode row = accepted(value);
      assertThat(row.path("several").asInt(-1)).as(value.name()).isEqualTo(severalRows(value));
      for (String type : value.value().startsWith("$currentDate") ? Set.<String>of() : TYPES) {
        if (row.has(type) && !type.equals("several")) {
          found.add(value.name() + " " + type + " " + row.path(type));
        }
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(ACCEPTED, found);
    }
    assertThat(found).isEqualTo(Files.readAllLines(ACCEPTED));
  }

  /** How many rows a list of values finds; -1 when it is refused. */
  private int severalRows(HostileValue value) {
    List<String> parts =
        Stream.of(value.value().split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    return value.isText() && parts.size() <= 1000
        ? rowsLike(row -> parts.contains(row.value())).size()
        : -1;
  }

  /** The values of those types that accept it; the reply names the others. */
  private JsonNode accepted(HostileValue value) {
    Set<String> accepted = new LinkedHashSet<>(TYPES);
    if (value.percent().length() > 2000) { // an address has an end
      accepted.retainAll(
          value.percent().length() > 9000
              ? Set.of("several")
              : Set.of("integer", "numeric", "several"));
    }
    HttpReply reply = typed(value, accepted);
    if (reply.status() == 422) {
      Set<String> refused =
          REFUSED
              .matcher(reply.json().path("detail").asText())
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(refused).as(value.name() + reply.text()).isNotEmpty();
      accepted.removeAll(refused);
      reply = typed(value, accepted);
    }
    assertThat(reply.status()).as(value.name() + reply.text()).isEqualTo(200);
    return ((com.fasterxml.jackson.databind.node.ObjectNode) reply.json().get(0)).retain(accepted);
  }

  private HttpReply typed(HostileValue value, Set<String> types) {
    return client()
        .get(
            "/widgets/typed?"
                + types.stream()
                    .map(type -> type + "=" + value.percent())
                    .collect(Collectors.joining("&")));
  }

  private HttpReply block(String body) {
    HttpReply reply =
        client().post("/widgets/block", "{\"startRow\":0,\"endRow\":999," + body + "}");
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private void isBlock(HostileValue value, HttpReply reply, Predicate<HostileValue> wanted) {
    List<Integer> expected = rowsLike(wanted.and(HostileValue::isAscii));
    List<Integer> ascii = rowsLike(HostileValue::isAscii);
    assertThat(ids(reply.json().path("rowData")))
        .as(value.name() + reply.text())
        .filteredOn(ascii::contains)
        .isEqualTo(expected);
  }

  @Test
  default void filters_andGroupKeys_areOnlyValues() {
    for (HostileValue value : values()) {
      String text = value.json();
      String of = "\"filterModel\":{\"name\":{";
      HttpReply set = block(of + "\"filterType\":\"set\",\"values\":[" + text + "]}}");
      HttpReply like =
          block(of + "\"filterType\":\"text\",\"type\":\"contains\",\"filter\":" + text + "}}");
      HttpReply key = block("\"rowGroupCols\":[{\"field\":\"name\"}],\"groupKeys\":[" + text + "]");
      if (value.isText()) {
        isBlock(value, set, row -> row.value().equals(value.value()));
        isBlock(value, key, row -> row.value().equals(value.value()));
        assertThat(set.json().path("rowCount").asInt()).isEqualTo(equalTo(value).size());
        if (value.isAscii() && value.value().length() <= 1000) {
          String lower = value.value().toLowerCase(Locale.ROOT);
          isBlock(value, like, row -> row.value().toLowerCase(Locale.ROOT).contains(lower));
        }
      } else {
        assertThat(set.json().path("error").asText()).startsWith("filterModel");
        assertThat(like.json().path("error").asText()).startsWith("filterModel");
        assertThat(key.json().path("error").asText()).startsWith("groupKeys");
      }
    }
  }

  @Test
  default void namesAndWordsOfABlock_areOnTheListsOrRefused() {
    for (HostileValue value : values()) {
      String text = value.json();
      for (String body :
          List.of(
              "\"sortModel\":[{\"colId\":%s,\"sort\":\"asc\"}]",
              "\"sortModel\":[{\"colId\":\"id\",\"sort\":%s}]",
              "\"rowGroupCols\":[{\"field\":%s}]",
              "\"rowGroupCols\":[{\"field\":\"name\"}],\"valueCols\":[{\"field\":%s,\"aggFunc\":\"sum\"}]",
              "\"rowGroupCols\":[{\"field\":\"name\"}],\"valueCols\":[{\"field\":\"id\",\"aggFunc\":%s}]",
              "\"filterModel\":{%s:{\"type\":\"equals\",\"filter\":1}}",
              "\"filterModel\":{\"id\":{\"type\":%s,\"filter\":1}}",
              "\"filterModel\":{\"id\":{\"filterType\":%s,\"type\":\"equals\",\"filter\":1}}",
              "\"filterModel\":{\"id\":{\"operator\":%s,\"conditions\":[{\"type\":\"blank\"}]}}",
              "\"pivotMode\":%s")) {
        HttpReply reply = block(body.formatted(text));
        boolean isName = value.value().equals("name");
        assertThat(reply.json().path("error").isMissingNode())
            .as(value.name() + body + reply.text())
            .isEqualTo(isName && reply.json().has("rowData"));
      }
    }
  }

  @Test
  default void liveGrid_showsTheRowsOfTheValueAlone() {
    List<HostileValue> texts = values().stream().filter(HostileValue::isText).toList();
    for (int from = 0; from < texts.size(); from += 90) {
      try (LiveClient live = LiveClient.open(server().http().port(), "/widgets/live/live")) {
        for (HostileValue value : texts.subList(from, Math.min(texts.size(), from + 90))) {
          live.show("{\"v\":" + quoted(value.value()) + "}");
          JsonNode rows = tree(live.next());
          assertThat(ids(rows)).as(value.name()).isEqualTo(equalTo(value));
          assertThat(rows.get(0).path("echo").asText()).isEqualTo(value.value());
        }
      }
    }
  }

  @Test
  default void messageThatIsNoneOfALiveGrid_endsItsSocket_andNothingElse() {
    for (HostileValue value : values()) {
      if (!value.isText()) {
        continue; // the client itself sends only text
      }
      try (LiveClient live = LiveClient.open(server().http().port(), "/widgets/live/live")) {
        live.send(value.value());
        assertThat(live.bye().code()).as(value.name()).isIn(1008, 1009);
      }
    }
    try (LiveClient live = LiveClient.open(server().http().port(), "/widgets/live/live")) {
      live.show("{\"v\":\"'\"}");
      assertThat(tree(live.next())).isNotEmpty();
    }
  }

  private static String quoted(String value) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(value).toString();
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
