package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sqlwidgets.testing.HttpReply;

/** What is recorded of changes, how they are taken back, and who comes too late. */
interface OptionsUndoContract extends OptionsTests {
  private HttpReply undo() {
    return client().json("POST", "/lookups/teams/undo", "");
  }

  @TestFactory
  default Stream<DynamicTest> undo_bringsBackWhatWas() {
    return Stream.of(
            List.of("POST", "/options", "{\"value\":\"green\"}"),
            List.of(
                "PATCH", "/options/{red}", "{\"value\":\"x\",\"label\":null,\"enabled\":false}"),
            List.of("DELETE", "/options/{red}", ""),
            List.of("PUT", "/order", "{\"ids\":[{blue},{red}]}"),
            List.of("PATCH", "", "{\"description\":\"Other\",\"enabled\":false}"))
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.get(0) + change.get(1),
                    () -> isTakenBack(change.get(0), change.get(1), change.get(2))));
  }

  private String filled(String text) {
    return text.replace("{red}", String.valueOf(client().id("teams", "red")))
        .replace("{blue}", String.valueOf(client().id("teams", "blue")));
  }

  private void isTakenBack(String method, String path, String body) {
    JsonNode before = client().get("/lookups/teams");
    List<String> offered = client().offered("teams");
    JsonNode changed = client().done(method, "/lookups/teams" + filled(path), filled(body));
    assertThat(changed.path("version")).isNotEqualTo(before.path("version"));
    assertThat(changed.path("undo").asText()).startsWith("Undo takes back: ");
    JsonNode after = client().done("POST", "/lookups/teams/undo", "");
    assertThat(after.path("options")).isEqualTo(before.path("options"));
    assertThat(after.path("version")).isEqualTo(before.path("version"));
    assertThat(after.path("description")).isEqualTo(before.path("description"));
    assertThat(client().offered("teams")).isEqualTo(offered);
  }

  @Test
  default void undoOfAnImport_bringsBackWhatWas() {
    JsonNode before = client().get("/lookups/teams");
    HttpReply reply =
        client()
            .send("PUT", "/lookups/teams/options.csv", "value\nblue\ngreen\n", OptionsClient.CSV);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode after = client().done("POST", "/lookups/teams/undo", "");
    assertThat(after.path("options")).isEqualTo(before.path("options"));
  }

  @Test
  default void undoOfADeletedLookup_bringsItBack_andOfANewOneTakesItAway() {
    client().done("POST", "/lookups", "{\"name\":\"made\",\"description\":\"New\"}");
    client().done("POST", "/lookups/made/options", "{\"value\":\"a\",\"isDefault\":true}");
    JsonNode before = client().get("/lookups/made");
    client().done("DELETE", "/lookups/made", "");
    JsonNode back = client().done("POST", "/lookups/made/undo", "");
    assertThat(back.path("options")).isEqualTo(before.path("options"));
    assertThat(back.path("version")).isEqualTo(before.path("version"));
    assertThat(client().offered("made")).containsExactly("a");
    client().done("POST", "/lookups/made/undo", "");
    assertThat(client().kept("made")).isEmpty();
    assertThat(client().done("POST", "/lookups/made/undo", "").path("deleted").asBoolean())
        .isTrue();
    refused(server().http().get("/lookups/made"), 404, "no lookup");
  }

  @Test
  default void undo_goesBackChangeByChange() {
    client().done("POST", "/lookups/teams/options", "{\"value\":\"green\"}");
    client().done("POST", "/lookups/teams/options", "{\"value\":\"black\"}");
    assertThat(undo().json().path("undo").asText()).contains("green");
    assertThat(undo().json().path("undo").isNull()).isTrue();
    assertThat(client().kept("teams")).containsExactly("red", "blue");
    refused(undo(), 409, "there is no change of lookup \"teams\" that could be taken back");
    assertThat(changes()).isEqualTo(4);
  }

  @Test
  default void rowsThatSqlHasChanged_areNotTakenBack() {
    client().done("POST", "/lookups/teams/options", "{\"value\":\"green\"}");
    database().execute("UPDATE sql_widgets.lookup_option SET label = 'x' WHERE value = 'red'");
    assertThat(client().get("/lookups/teams").path("undo").isNull()).isTrue();
    refused(undo(), 409, "the rows are not as the last change left them");
    assertThat(client().kept("teams")).containsExactly("red", "blue", "green");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  default void lookupInUse_isNotTakenAwayByUndo() {
    server().delete("team.sql");
    client().done("DELETE", "/lookups/teams", "");
    client().done("POST", "/lookups", "{\"name\":\"teams\"}");
    server()
        .write(
            "team.sql",
            "-- ---\n"
                + "-- params: [{ paramName: t, lookup: teams }]\n"
                + "-- ---\n"
                + "SELECT 1 AS one WHERE 'x' = :t\n");
    refused(undo(), 409, "is used by team");
  }

  @Test
  default void record_saysWhoChangedWhat() {
    client()
        .done(
            "PATCH",
            "/lookups/teams/options/" + client().id("teams", "red"),
            "{\"label\":\"Crimson\"}",
            "X-OpenBB-User: ana@example.com");
    client().done("POST", "/lookups/teams/undo", "");
    JsonNode changes = client().get("/lookups/teams/changes").path("changes");
    assertThat(changes).hasSize(2);
    JsonNode undo = changes.get(0);
    JsonNode change = changes.get(1);
    assertThat(change.path("user").asText()).isEqualTo("ana@example.com");
    assertThat(change.path("kind").asText()).isEqualTo("change");
    assertThat(change.path("what").asText()).isEqualTo("changed label of the option \"red\"");
    assertThat(change.path("before").path("options")).hasSize(1);
    assertThat(change.path("before").path("options").get(0).path("label").asText())
        .isEqualTo("Red");
    assertThat(change.path("after").path("options").get(0).path("label").asText())
        .isEqualTo("Crimson");
    assertThat(change.path("undone").asBoolean()).isTrue();
    assertThat(change.path("at").asText()).isNotEmpty();
    assertThat(undo.path("undoes")).isEqualTo(change.path("id"));
    assertThat(undo.path("user").isNull()).isTrue();
    assertThat(client().get("/lookups/teams/changes?limit=1").path("changes")).hasSize(1);
    assertThat(client().get("/lookups/never/changes").path("changes")).isEmpty();
  }

  @Test
  default void changeThatChangesNothing_isNotRecorded() {
    client()
        .done(
            "PATCH",
            "/lookups/teams/options/" + client().id("teams", "red"),
            "{\"label\":\"Red\"}");
    assertThat(changes()).isZero();
  }

  @Test
  default void laterWriter_isToldThatSomebodyElseWasQuicker() {
    String seen = "If-Match: \"" + client().version("teams") + "\"";
    client().done("POST", "/lookups/teams/options", "{\"value\":\"a\"}", seen);
    refused(
        client().json("POST", "/lookups/teams/options", "{\"value\":\"b\"}", seen),
        412,
        "somebody else has changed lookup \"teams\" meanwhile");
    refused(
        client().json("DELETE", "/lookups/teams/options/" + client().id("teams", "a"), "", seen),
        412,
        "meanwhile");
    assertThat(client().kept("teams")).containsExactly("red", "blue", "a");
    client().done("POST", "/lookups/teams/options", "{\"value\":\"b\"}", "If-Match: *");
    HttpReply reply = server().http().get("/lookups/teams");
    assertThat(reply.header("ETag")).isEqualTo("\"" + reply.json().path("version").asText() + "\"");
  }

  private List<Integer> atOnce(int writers, String... headers) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> replies =
          IntStream.range(0, writers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              client()
                                  .json(
                                      "POST",
                                      "/lookups/teams/options",
                                      "{\"value\":\"w" + i + "\"}",
                                      headers)
                                  .status()))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> reply : replies) {
        statuses.add(reply.get());
      }
      return statuses;
    }
  }

  @Test
  default void writersAtOnce_loseNoChange() throws Exception {
    assertThat(atOnce(8)).containsOnly(200);
    assertThat(client().kept("teams")).hasSize(10).doesNotHaveDuplicates();
    assertThat(client().get("/lookups/teams").path("options").findValuesAsText("position"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(changes()).isEqualTo(8);
  }

  @Test
  default void writersAtOnce_whoHaveSeenTheSame_letOneThrough() throws Exception {
    String seen = "If-Match: \"" + client().version("teams") + "\"";
    assertThat(atOnce(6, seen)).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    assertThat(client().kept("teams")).hasSize(3);
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  default void rowsThatSomebodyHolds_areSaidToBeHeld_andNothingChanges() throws SQLException {
    try (Connection other = database().asOwner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE sql_widgets.lookup SET description = 'x' WHERE name = 'teams'");
      HttpReply reply = client().json("POST", "/lookups/teams/options", "{\"value\":\"a\"}");
      refused(reply, 503, "somebody else holds its rows; nothing was changed, try again");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      other.rollback();
    }
    client().done("POST", "/lookups/teams/options", "{\"value\":\"a\"}");
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  default void formThatChangesARow_isNoticed() {
    client().done("POST", "/lookups/teams/options", "{\"value\":\"green\"}");
    server()
        .write(
            "actions/paint.sql",
            "-- ---\n-- datasource: options\n-- ---\n"
                + "UPDATE sql_widgets.lookup_option SET label = :label"
                + " WHERE lookup = 'teams' AND value = 'red'\n");
    assertThat(server().post("paint", "{\"label\":\"Rosso\"}").status()).isEqualTo(200);
    refused(undo(), 409, "the rows are not as the last change left them");
    assertThat(client().get("/options/teams").get(0).path("label").asText()).isEqualTo("Rosso");
    server().delete("actions/paint.sql");
  }
}
