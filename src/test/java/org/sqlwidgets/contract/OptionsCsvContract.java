package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.testing.HttpReply;

/** Options as CSV, out and in. */
interface OptionsCsvContract extends OptionsTests {
  private HttpReply put(String csv) {
    return client().send("PUT", "/lookups/teams/options.csv", csv, OptionsClient.CSV);
  }

  private static List<JsonNode> withoutIds(JsonNode state) {
    List<JsonNode> options = new ArrayList<>();
    state.path("options").forEach(option -> options.add(((ObjectNode) option).without("id")));
    return options;
  }

  @Test
  default void export_hasALineForEachOption() {
    HttpReply reply = server().http().get("/lookups/teams/options.csv");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"teams.csv\"");
    assertThat(reply.text())
        .isEqualTo(
            "\uFEFFvalue,label,description,right_of_description,parent_value,position,is_default,enabled\r\n"
                + "red,Red,,,,1,false,true\r\n"
                + "blue,,,,,2,false,true\r\n");
    refused(server().http().get("/lookups/receipt_categories/options.csv"), 409, "a query");
  }

  @Test
  default void nastyValues_comeBackAsTheyWere() {
    Stream.concat(
            WriteAttempts.values(),
            Stream.of(
                "=1+1", "'=1+1", "''=1", "'tis", "-1", "+x", "@a", "\"", "\"\"", "a,b", "a;b",
                " a ", "ä", "😀", "＝1", "\uFEFFx", "null", "true", "007", "1e5", "-"))
        .forEach(
            value ->
                client()
                    .done(
                        "POST",
                        "/lookups/teams/options",
                        new ObjectMapper()
                            .createObjectNode()
                            .put("value", value)
                            .put("label", value)
                            .put("parentValue", value)
                            .toString()));
    JsonNode before = client().get("/lookups/teams");
    String csv = server().http().get("/lookups/teams/options.csv").text();
    assertThat(csv.lines()).noneMatch(line -> line.startsWith("=") || line.startsWith("@"));
    client().done("DELETE", "/lookups/teams/options/" + client().id("teams", "red"), "");
    HttpReply reply = put(csv);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(withoutIds(reply.json())).isEqualTo(withoutIds(before));
    assertThat(put(csv).json().path("options")).isEqualTo(reply.json().path("options"));
  }

  @Test
  default void import_takesThePlaceOfAll_andKeepsTheNumbersOfThoseThatStay() {
    long blue = client().id("teams", "blue");
    HttpReply reply = put("label,value\r\n\"Blue, dark\",blue\r\nGreen,green\r\n\r\n");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(client().offered("teams")).containsExactly("blue", "green");
    assertThat(client().id("teams", "blue")).isEqualTo(blue);
    assertThat(reply.json().path("options").get(0).path("label").asText()).isEqualTo("Blue, dark");
    assertThat(reply.json().path("undo").asText()).contains("imported 2 options in place of 2");
  }

  @Test
  default void everyFaultyLine_isTold_andNothingChanges() {
    HttpReply reply =
        put(
            "value,position,enabled\n"
                + "\"\",1,true\n"
                + "a,x,true\n"
                + "b,2\n"
                + "c,3,perhaps\n"
                + "d,4,true\n"
                + "d,5,true\n");
    refused(reply, 422, "line 2, column 1: value: the value is empty");
    List<String> places = new ArrayList<>();
    reply
        .json()
        .path("problems")
        .forEach(
            problem ->
                places.add(
                    problem.path("line").asInt()
                        + ":"
                        + problem.path("column").asInt()
                        + " "
                        + problem.path("field").asText()));
    assertThat(places)
        .containsExactly("2:1 value", "3:3 position", "4:0 ", "5:5 enabled", "7:1 value");
    assertThat(client().kept("teams")).containsExactly("red", "blue");
    assertThat(changes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|line 1, column 1: the file is empty",
        "label\\na|line 1, column 1: there is no column \"value\"",
        "value;label\\na;b|separate columns by commas",
        "valeu\\na|did you mean \"value\"",
        "value,value\\na,b|line 1, column 7: the column \"value\" stands twice",
        "value\\n\"a|line 2, column 1: the quote that begins here is not closed",
        "value\\n\"a\"b|line 2, column 4: text behind the closing quote",
        "value\\na\"b|line 2, column 2: a quote inside a field",
        "value\\na\\tb|line 2, column 1: value: character 2 is a control character",
        "value\\n\"a\\nb\"\\nc\\nc|line 2, column 1: value: character 2 is a control character"
      })
  default void fileThatIsWrong_changesNothing(String csv, String detail) {
    refused(put(csv.replace("\\n", "\n").replace("\\t", "\t")), 422, detail);
    assertThat(client().kept("teams")).containsExactly("red", "blue");
  }

  @Test
  default void fileThatIsNotUtf8_isRefused() {
    String request =
        "PUT /lookups/teams/options.csv HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: text/csv\r\nContent-Length: 8\r\nConnection: close\r\n\r\nvalue\n\u00e4\n"
            .formatted(server().http().port());
    refused(server().http().raw(request), 422, "is not UTF-8");
  }

  private static String lines(int count) {
    StringBuilder csv = new StringBuilder("value,label\n");
    for (int i = 0; i < count; i++) {
      csv.append("v").append(i).append(",Option ").append(i).append('\n');
    }
    return csv.toString();
  }

  @Test
  default void manyOptions_comeInAndGoOut_butNotTooMany() {
    assertThat(put(lines(500)).status()).isEqualTo(200);
    assertThat(client().offered("teams")).hasSize(500).startsWith("v0", "v1", "v2");
    refused(put(lines(10_001)), 422, "a lookup has at most 10000 options");
    client().done("POST", "/lookups/teams/undo", "");
    assertThat(client().kept("teams")).containsExactly("red", "blue");
  }

  @Test
  @Timeout(20)
  default void asManyOptionsAsThereMayBe_comeIn_andAreTakenBack() {
    assertThat(put(lines(10_000)).status()).isEqualTo(200);
    assertThat(client().offered("teams")).hasSize(10_000).startsWith("v0", "v1", "v2");
    client().done("POST", "/lookups/teams/undo", "");
    assertThat(client().kept("teams")).containsExactly("red", "blue");
    assertThat(changes()).isEqualTo(2);
  }

  @Test
  @Timeout(20)
  default void manyFaultyLines_areAllToldOfSoon() {
    refused(put("value\n" + "a\"b\n".repeat(10_000)), 422, "line 2, column 2: a quote inside");
    assertThat(client().kept("teams")).containsExactly("red", "blue");
  }
}
