package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.LogLines;

/** Who may change options, and that nobody else may. */
interface OptionsAccessContract extends OptionsTests {
  String OPTIONS = "/lookups/teams/options";
  String REGIONS = "/lookups/regions/options";
  String MOON = "{\"value\":\"moon\"}";
  String READ_KEY = "0123456789abcdef";
  String ADMIN_KEY = "0123456789abcdef0123456789abcdef";

  private static void isUnchanged(TestedDatabase database, String lookup, int options) {
    assertThat(database.number("SELECT count(*) FROM sql_widgets.option_change")).isZero();
    assertThat(
            database.texts(
                "SELECT value FROM sql_widgets.lookup_option WHERE lookup = '" + lookup + "'"))
        .hasSize(options)
        .doesNotContain("moon");
  }

  @Test
  default void foreignPage_cannotChangeAnything() {
    OptionsClient client = client();
    for (String header :
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: https://pro.openbb.co",
            "Origin: http://localhost:7779",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site")) {
      refused(client.json("POST", OPTIONS, MOON, header), 403, "pages of other origins");
      refused(client.json("PATCH", OPTIONS + "/1", MOON, header), 403, "other origins");
      refused(client.json("DELETE", OPTIONS + "/1", "", header), 403, "other origins");
      refused(client.json("DELETE", "/lookups/teams", "", header), 403, "other origins");
      refused(client.json("POST", "/lookups", "{\"name\":\"x\"}", header), 403, "other origins");
      refused(client.json("POST", "/lookups/teams/undo", "", header), 403, "other origins");
      refused(
          client.send("PUT", OPTIONS + ".csv", "value\na\n", OptionsClient.CSV, header),
          403,
          "other origins");
      assertThat(client.get("/lookups", header).path("editable").asBoolean()).isFalse();
      assertThat(client.get("/lookups/teams", header).path("editable").asBoolean()).isFalse();
    }
    isUnchanged(database(), "teams", 2);
  }

  @Test
  default void foreignHost_isRefused() {
    String request =
        "POST %s HTTP/1.1\r\n"
            + "Host: evil.example\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: %d\r\n"
            + "Connection: close\r\n\r\n"
            + "%s";
    refused(
        server().http().raw(request.formatted(OPTIONS, MOON.length(), MOON)),
        403,
        "is not allowed");
    isUnchanged(database(), "teams", 2);
  }

  @Test
  default void ownPage_mayChangeOptions() {
    OptionsClient client = client();
    String own = "Origin: http://localhost:" + server().http().port();
    client.done("POST", OPTIONS, MOON, own, "Sec-Fetch-Site: same-origin");
    assertThat(client.offered("teams")).contains("moon");
    assertThat(database().texts("SELECT api_key FROM sql_widgets.option_change"))
        .containsExactly("null");
  }

  @Test
  default void bodyThatABrowserSendsUnasked_isNotRead() {
    OptionsClient client = client();
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      String header = "Content-Type: " + type;
      refused(client.send("POST", OPTIONS, MOON, header), 415, "application/json");
      refused(client.send("POST", "/lookups/teams/undo", "", header), 415, "application/json");
      refused(client.send("PUT", OPTIONS + ".csv", "value\na\n", header), 415, "Content-Type: ");
    }
    refused(client.send("POST", OPTIONS, MOON), 415, "Content-Type: application/json");
    refused(client.json("PUT", OPTIONS + ".csv", "value\na\n"), 415, "text/csv");
    refused(client.json("POST", OPTIONS, "[]"), 422, "must be one JSON object");
    refused(
        client.json("POST", OPTIONS, "{\"value\":\"a\",\"value\":\"b\"}"), 422, "one JSON object");
    isUnchanged(database(), "teams", 2);
  }

  @Test
  default void withKeys_onlyAnAdminsKeyChangesOptions(@TempDir Path folder) throws SQLException {
    Map<String, Object> keys =
        Map.of(
            "sql-widgets.api-keys",
            READ_KEY,
            "sql-widgets.keys",
            List.of(Map.of("name", "ops", "key", ADMIN_KEY, "role", "admin")));
    TestedDatabase other = database().another();
    try (Connection kept = other.asOwner();
        FormServer server = FormServer.start(folder, other, keys);
        LogLines audit = new LogLines("sql-widgets.audit")) {
      OptionsClient client = new OptionsClient(server.http());
      String read = "X-API-KEY: " + READ_KEY;
      String admin = "X-API-KEY: " + ADMIN_KEY;
      refused(client.json("POST", REGIONS, MOON), 401, "an API key is needed");
      refused(client.json("POST", REGIONS, MOON, "X-API-KEY: wrong-key"), 401, "API key");
      refused(client.json("POST", REGIONS, MOON, read), 403, "a key of the role admin only");
      refused(client.json("DELETE", REGIONS + "/1", "", read), 403, "role admin only");
      isUnchanged(other, "regions", 6);
      assertThat(kept.isClosed()).isFalse();
      assertThat(client.get("/lookups", read).path("editable").asBoolean()).isFalse();
      assertThat(client.get("/lookups", admin).path("editable").asBoolean()).isTrue();
      client.done("POST", REGIONS, MOON, admin, "X-OpenBB-User: ann");
      assertThat(
              other.texts("SELECT concat(api_key, '|', said_user) FROM sql_widgets.option_change"))
          .containsExactly("ops|ann");
      assertThat(
              client
                  .get("/lookups/regions/changes", read)
                  .path("changes")
                  .get(0)
                  .path("apiKey")
                  .asText())
          .isEqualTo("ops");
      assertThat(audit.lines())
          .contains(
              "audit refused option_change key=\"key 1\" user=- address=127.0.0.1 what=\"POST"
                  + " /lookups/regions/options: options are changed with a key of the role admin"
                  + " only\"",
              "audit done option_change key=\"ops\" user=\"ann\" address=127.0.0.1 what=\"POST"
                  + " /lookups/regions/options\"");
    }
  }

  /** One request for each way to change options, in an order in which all are right. */
  private static List<HttpReply> everyChange(OptionsClient client, String... headers) {
    String made = "/lookups/made";
    String option = made + "/options/%d";
    List<HttpReply> replies = new ArrayList<>();
    replies.add(client.json("POST", "/lookups", "{\"name\":\"made\"}", headers));
    replies.add(client.json("PATCH", made, "{\"description\":\"Made\"}", headers));
    replies.add(client.json("POST", made + "/options", MOON, headers));
    long id = replies.getLast().json().path("options").path(0).path("id").asLong();
    replies.add(client.json("PATCH", option.formatted(id), "{\"label\":\"Moon\"}", headers));
    replies.add(client.json("PUT", made + "/order", "{\"ids\":[%d]}".formatted(id), headers));
    replies.add(client.json("DELETE", option.formatted(id), "", headers));
    String[] csv = Arrays.copyOf(headers, headers.length + 1);
    csv[headers.length] = OptionsClient.CSV;
    replies.add(client.send("PUT", made + "/options.csv", "value\na\n", csv));
    replies.add(client.json("POST", made + "/undo", "", headers));
    replies.add(client.json("DELETE", made, "", headers));
    return replies;
  }

  /** What was noted with this outcome, with the number of every option as 1. */
  private static List<String> audited(LogLines audit, String outcome) {
    Pattern line = Pattern.compile("audit " + outcome + " option_change .* what=\"([^:\"]+).*");
    return audit.lines().stream()
        .map(line::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1).replaceAll("/[0-9]+", "/1"))
        .toList();
  }

  @Test
  default void eachChangeAndEachRefusedAttempt_isOneLineOfTheAuditLog() {
    List<String> attempts =
        List.of(
            "POST /lookups",
            "PATCH /lookups/made",
            "POST /lookups/made/options",
            "PATCH /lookups/made/options/1",
            "PUT /lookups/made/order",
            "DELETE /lookups/made/options/1",
            "PUT /lookups/made/options.csv",
            "POST /lookups/made/undo",
            "DELETE /lookups/made");
    try (LogLines audit = new LogLines("sql-widgets.audit")) {
      OptionsClient client = client();
      everyChange(client, "Origin: https://evil.example");
      assertThat(audited(audit, "refused")).isEqualTo(attempts);
      assertThat(audited(audit, "done")).isEmpty();
      assertThat(everyChange(client)).allMatch(reply -> reply.status() == 200);
      assertThat(audited(audit, "done")).isEqualTo(attempts);
      client.send("POST", OPTIONS, MOON, "Content-Type: text/plain");
      assertThat(audited(audit, "refused")).hasSize(10).last().isEqualTo("POST " + OPTIONS);
    }
  }

  @Test
  default void editorThatIsSwitchedOff_showsAndChangesNothing(@TempDir Path folder)
      throws SQLException {
    TestedDatabase other = database().another();
    try (Connection kept = other.asOwner();
        FormServer server =
            FormServer.start(folder, other, Map.of("sql-widgets.options-editor", false))) {
      OptionsClient client = new OptionsClient(server.http());
      refused(client.json("POST", REGIONS, MOON), 403, "sql-widgets.options-editor=true");
      assertThat(client.get("/lookups").path("editable").asBoolean()).isFalse();
      isUnchanged(other, "regions", 6);
      assertThat(client.kept("regions")).hasSize(6);
      assertThat(kept.isClosed()).isFalse();
    }
  }
}
