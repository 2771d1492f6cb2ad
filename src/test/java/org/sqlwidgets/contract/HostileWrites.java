package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** Hostile values where something is kept: forms and the options editor. */
interface HostileWrites extends HostileTopic {
  String JSON = "Content-Type: application/json";

  @Test
  default void form_keepsTheValueAsItIs_orRefusesIt() {
    Map<Integer, String> expected = new TreeMap<>();
    for (int id = 0; id < values().size(); id++) {
      HostileValue value = values().get(id);
      String body = "{\"id\":" + id + ",\"v\":" + value.json() + "}";
      HttpReply reply = client().post("/actions/keep", body);
      assertThat(reply.status()).as(value.name()).isEqualTo(value.isText() ? 200 : 422);
      if (value.isText()) {
        expected.put(id, value.value());
      }
    }
    List<String> kept = database().texts("SELECT name FROM hostile_form ORDER BY id");
    database().execute("DELETE FROM hostile_form");
    assertThat(kept).containsExactlyElementsOf(expected.values());
  }

  @Test
  default void formOfANamedUser_isNotedUnderTheNameAsItWasSaid() {
    List<String> expected = new ArrayList<>();
    for (HostileValue value : values()) {
      String said = latin(value);
      String body = "{\"id\":1,\"v\":\"x\"}";
      HttpReply reply = sendWithHeader("POST", "/actions/keep", body, "X-OpenBB-User", said);
      assertThat(reply.status()).as(value.name() + reply.text()).isIn(200, 400, 415, 431);
      if (reply.status() == 200) {
        String name = said.lines().findFirst().orElse("").strip();
        expected.add(name.isEmpty() ? "null" : name.substring(0, Math.min(320, name.length())));
      }
    }
    List<String> users =
        database().texts("SELECT said_user FROM sql_widgets.action_log ORDER BY id");
    database().execute("DELETE FROM sql_widgets.action_log", "DELETE FROM hostile_form");
    assertThat(expected).hasSizeGreaterThan(250);
    assertThat(users.subList(users.size() - expected.size(), users.size())).isEqualTo(expected);
  }

  /** Its bytes, each as a character: what a header is to the server. */
  private static String latin(HostileValue value) {
    return new String(value.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Sends a request of its own connection, which may end it, with one more header. */
  private HttpReply sendWithHeader(
      String method, String path, String body, String header, String value) {
    try (HttpConnection own = HttpConnection.to(server().http().port())) {
      return own.exchange(
          "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, JSON, header, value, body.length(), body));
    }
  }

  @Test
  default void settingsOfALookup_areKeptAsTheyAre_orRefused() {
    assertThat(client().post("/lookups", "{\"name\":\"told\"}").status()).isEqualTo(200);
    long id =
        client()
            .post("/lookups/told/options", "{\"value\":\"one\"}")
            .json()
            .path("options")
            .get(0)
            .path("id")
            .asLong();
    String option = "/lookups/told/options/" + id;
    int kept = 0;
    for (HostileValue value : values()) {
      String json = value.json();
      HttpReply told = client().send("PATCH", "/lookups/told", description(json), JSON);
      assertThat(told.status()).as(value.name() + told.text()).isIn(200, 422);
      if (told.status() == 200 && !value.value().isEmpty()) {
        assertThat(told.json().path("description").asText()).isEqualTo(value.value());
        kept++;
      }
      HttpReply ordered =
          client().send("PUT", "/lookups/told/order", "{\"ids\":[" + json + "]}", JSON);
      assertThat(ordered.status()).as(value.name() + ordered.text()).isEqualTo(422);
      if (value.fitsAnAddress()) {
        String strange = "/lookups/told/options/" + value.percent();
        assertThat(client().send("DELETE", strange, "").status())
            .as(value.name())
            .isIn(400, 404, 405);
      }
      if (List.of(value.value().split("[,\r\n]", -1)).stream()
          .noneMatch(t -> t.strip().equals("*"))) {
        HttpReply late = sendWithHeader("DELETE", option, "", "If-Match", latin(value));
        assertThat(late.status()).as(value.name() + late.text()).isIn(400, 412, 415, 431);
      }
    }
    assertThat(kept).isGreaterThan(250);
    String many = "{\"ids\":[" + "0,".repeat(100_000) + "0]}";
    HttpReply flaws = client().send("PUT", "/lookups/told/order", many, JSON);
    assertThat(flaws.status()).isEqualTo(422);
    assertThat(flaws.json().path("problems")).hasSize(1000);
    assertThat(flaws.body().length).isLessThan(200_000);
    assertThat(offered("told")).containsExactly("one");
    database().execute("DELETE FROM sql_widgets.option_change WHERE lookup = 'told'");
    assertThat(client().send("DELETE", "/lookups/told", "").status()).isEqualTo(200);
  }

  private static String description(String json) {
    return "{\"description\":" + json + "}";
  }

  @Test
  default void lookup_hasANameOfPlainLetters_orIsRefused() {
    for (HostileValue value : values()) {
      String body = "{\"name\":" + value.json() + "}";
      HttpReply reply = client().post("/lookups", body);
      boolean plain =
          value.value().matches("[A-Za-z0-9][A-Za-z0-9_-]*") && value.value().length() <= 100;
      assertThat(reply.status()).as(value.name() + reply.text()).isEqualTo(plain ? 200 : 422);
      if (plain) {
        assertThat(client().send("DELETE", "/lookups/" + value.value(), "").status())
            .isEqualTo(200);
      }
    }
  }

  @Test
  default void option_isKeptAsItIs_orRefused_andComesBackInCsv() {
    assertThat(client().post("/lookups", "{\"name\":\"hostile\"}").status()).isEqualTo(200);
    List<String> kept = new ArrayList<>();
    for (HostileValue value : values()) {
      String body = "{\"value\":" + value.json() + ",\"label\":" + value.json() + "}";
      HttpReply reply = client().send("POST", "/lookups/hostile/options", body, JSON);
      assertThat(reply.status()).as(value.name() + reply.text()).isIn(200, 422);
      if (reply.status() == 200) {
        kept.add(value.value());
      } else {
        assertThat(
                value.isText()
                    && value.value().length() < 100
                    && value.value().strip().equals(value.value())
                    && value.value().chars().noneMatch(Character::isISOControl))
            .as("a plain text is taken: " + value.name() + reply.text())
            .isFalse();
      }
    }
    assertThat(kept).hasSizeGreaterThan(250);
    assertThat(offered("hostile")).isEqualTo(kept);
    byte[] csv = client().get("/lookups/hostile/options.csv").body();
    HttpReply again =
        client().sendBytes("PUT", "/lookups/hostile/options.csv", csv, "Content-Type: text/csv");
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(offered("hostile")).isEqualTo(kept);
    database().execute("DELETE FROM sql_widgets.option_change WHERE lookup = 'hostile'");
    assertThat(client().send("DELETE", "/lookups/hostile", "").status()).isEqualTo(200);
  }

  private List<String> offered(String lookup) {
    JsonNode options = client().get("/options/" + lookup).json();
    return IntStream.range(0, options.size())
        .mapToObj(i -> options.get(i).path("value").asText())
        .toList();
  }

  @Test
  default void csv_ofOneHostileLine_isTakenOrRefused() {
    assertThat(client().post("/lookups", "{\"name\":\"lines\"}").status()).isEqualTo(200);
    for (HostileValue value : values()) {
      byte[] csv = ("value\r\n" + value.value() + "\r\n").getBytes(StandardCharsets.UTF_8);
      HttpReply reply =
          client().sendBytes("PUT", "/lookups/lines/options.csv", csv, "Content-Type: text/csv");
      assertThat(reply.status()).as(value.name() + reply.text()).isIn(200, 422);
    }
    assertThat(client().send("DELETE", "/lookups/lines", "").status()).isEqualTo(200);
  }

  @Test
  default void bytesThatAreNoUtf8_areRefused_whereverJsonIsRead() {
    for (byte[] hostile :
        List.of(
            new byte[] {(byte) 0xc0, (byte) 0xaf},
            new byte[] {(byte) 0xc1, (byte) 0xa7},
            new byte[] {(byte) 0xe0, (byte) 0x80, (byte) 0xa7},
            new byte[] {(byte) 0xf0, (byte) 0x80, (byte) 0x80, (byte) 0xa7},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0xbd},
            new byte[] {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xe9})) {
      assertThat(bytes("/actions/keep", "v", hostile)).isEqualTo(400);
      assertThat(bytes("/lookups", "name", hostile)).isEqualTo(422);
      assertThat(bytes("/widgets/answer", "prompt", hostile)).isEqualTo(422);
      assertThat(bytes("/widgets/documents", "file", hostile)).isEqualTo(422);
      HttpReply block = client().sendBytes("POST", "/widgets/block", json("x", hostile), JSON);
      assertThat(block.json().path("error").asText()).contains("UTF-8");
      StringBuilder address = new StringBuilder("/widgets/equal?v=");
      for (byte octet : hostile) {
        address.append("%%%02X".formatted(octet & 0xff));
      }
      HttpReply read = client().get(address.toString());
      assertThat(read.status()).isEqualTo(422);
      assertThat(read.json().path("detail").asText())
          .isEqualTo("Parameter 'v': the value is not text in UTF-8");
    }
    assertThat(client().get("/widgets/equal?v=%EF%BF%BD").json()).isNotEmpty();
  }

  private int bytes(String path, String key, byte[] value) {
    return client().sendBytes("POST", path, json(key, value), JSON).status();
  }

  private static byte[] json(String key, byte[] value) {
    String json = "{\"" + key + "\":\"" + new String(value, StandardCharsets.ISO_8859_1) + "\"}";
    return json.getBytes(StandardCharsets.ISO_8859_1);
  }
}
