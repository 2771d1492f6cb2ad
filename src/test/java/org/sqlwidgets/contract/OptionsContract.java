package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.testing.HttpReply;

/** What the options editor's REST API does (docs/options.md), on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OptionsContract
    implements OptionsUndoContract, OptionsCsvContract, OptionsAccessContract {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String WIDGET =
      """
      -- ---
      -- params: [{ paramName: team, lookup: teams }]
      -- ---
      SELECT 1 AS one WHERE 'x' IN (:team)
      """;

  private final TestedDatabase database;
  private Connection kept;
  private FormServer server;
  private OptionsClient client;

  OptionsContract(TestedDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    kept = database.asOwner();
    server = FormServer.start(folder, database, Map.of());
    client = new OptionsClient(server.http());
    server.write("lookups/days.sql", "SELECT 'mon' AS value\n");
    server.write(
        "lookups/fails.sql",
        "SELECT CAST(1 / (1 - x) AS varchar) AS value FROM (VALUES (1)) v(x)\n");
    server.write(
        "inline.sql",
        "-- ---\n"
            + "-- params: [{ paramName: a, optionsQuery: SELECT 1 AS value }]\n"
            + "-- ---\n"
            + "SELECT 1 AS one WHERE 'x' = :a\n");
  }

  @AfterAll
  void stop() throws SQLException {
    server.close();
    kept.close();
  }

  @BeforeEach
  void twoTeams() {
    database.execute(
        "DELETE FROM sql_widgets.option_change WHERE undoes IS NOT NULL",
        "DELETE FROM sql_widgets.option_change",
        "DELETE FROM sql_widgets.lookup WHERE name IN ('teams', 'made')",
        "INSERT INTO sql_widgets.lookup (name, description) VALUES ('teams', 'Our teams')",
        "INSERT INTO sql_widgets.lookup_option (lookup, value, label, position)"
            + " VALUES ('teams', 'red', 'Red', 1), ('teams', 'blue', NULL, 2)");
    assertThat(server.write("team.sql", WIDGET)).isEmpty();
  }

  @Override
  public OptionsClient client() {
    return client;
  }

  @Override
  public FormServer server() {
    return server;
  }

  @Override
  public TestedDatabase database() {
    return database;
  }

  @Test
  void list_tellsOfEverySource() {
    assertThat(client.get("/lookups").path("editable").asBoolean()).isTrue();
    JsonNode teams = client.listed("teams");
    assertThat(teams.path("source").asText()).isEqualTo("rows");
    assertThat(teams.path("description").asText()).isEqualTo("Our teams");
    assertThat(teams.path("editable").asBoolean()).isTrue();
    assertThat(teams.path("usedBy").get(0).asText()).isEqualTo("team");
    assertThat(teams.path("count").asInt()).isEqualTo(2);
    assertThat(teams.path("readAt").asText()).isNotEmpty();
    assertThat(teams.path("file").isNull()).isTrue();
    JsonNode days = client.listed("days");
    assertThat(days.path("source").asText()).isEqualTo("file");
    assertThat(days.path("file").asText()).endsWith("lookups/days.sql");
    assertThat(days.path("datasource").asText()).isEqualTo("widgets");
    assertThat(days.path("editable").asBoolean()).isFalse();
    assertThat(client.listed("inline.a").path("source").asText()).isEqualTo("inline");
    assertThat(client.listed("receipt_categories").path("source").asText()).isEqualTo("query");
  }

  @Test
  void queryLookup_tellsWhenItWasRead_andHowItFailed() {
    client.get("/options/days");
    JsonNode days = client.listed("days");
    assertThat(days.path("count").asInt()).isEqualTo(1);
    assertThat(days.path("readAt").asText()).isNotEmpty();
    assertThat(days.path("error").isNull()).isTrue();
    assertThat(server.http().get("/options/fails").status()).isGreaterThanOrEqualTo(400);
    JsonNode fails = client.listed("fails");
    assertThat(fails.path("error").asText()).isNotEmpty();
    assertThat(fails.path("readAt").isNull()).isTrue();
  }

  @Test
  void lookupThatIsSwitchedOff_isListed() {
    client.done("PATCH", "/lookups/teams", "{\"enabled\":false}");
    assertThat(client.listed("teams").path("enabled").asBoolean()).isFalse();
    assertThat(server.http().get("/options/teams").status()).isEqualTo(404);
    assertThat(client.kept("teams")).containsExactly("red", "blue");
    client.done("PATCH", "/lookups/teams", "{\"enabled\":true}");
    assertThat(client.offered("teams")).containsExactly("red", "blue");
  }

  @Test
  void unknownLookup_isNotFound() {
    refused(server.http().get("/lookups/nothing"), 404, "there is no lookup of this name");
    refused(client.json("POST", "/lookups/nothing/options", "{\"value\":\"a\"}"), 404, "no lookup");
    refused(
        client.json("PATCH", "/lookups/teams/options/99999999", "{\"label\":\"a\"}"),
        404,
        "no option");
    refused(
        client.json("PATCH", "/lookups/teams/options/x", "{\"label\":\"a\"}"), 404, "no option");
  }

  @Test
  void lookupOfAQuery_isNotEdited() {
    refused(
        client.json("POST", "/lookups/receipt_categories/options", "{\"value\":\"a\"}"),
        409,
        "come from a query");
    refused(
        client.json("POST", "/lookups/days/options", "{\"value\":\"a\"}"), 404, "in the database");
  }

  @Test
  void addedOption_isOfferedAtOnce_andComesLast() {
    JsonNode state =
        client.done("POST", "/lookups/teams/options", "{\"value\":\"green\",\"label\":\"Green\"}");
    assertThat(state.path("options").findValuesAsText("value"))
        .containsExactly("red", "blue", "green");
    assertThat(state.path("options").get(2).path("position").asInt()).isEqualTo(3);
    assertThat(state.path("undo").asText()).contains("added the option \"green\"");
    assertThat(client.offered("teams")).containsExactly("red", "blue", "green");
  }

  @Test
  void everyField_isKeptAndComesBack() throws Exception {
    String option =
        "{\"value\":\"g\",\"label\":\"Green\",\"description\":\"Second\",\"rightOfDescription\":\"7\","
            + "\"parentValue\":\"p\",\"position\":9,\"isDefault\":true,\"enabled\":false}";
    JsonNode state = client.done("POST", "/lookups/teams/options", option);
    ObjectNode added = (ObjectNode) state.path("options").get(2).deepCopy();
    added.remove("id");
    assertThat(added).isEqualTo(MAPPER.readTree(option));
    assertThat(client.offered("teams")).containsExactly("red", "blue");
  }

  @Test
  void changedOption_keepsWhatIsNotSaid() {
    long id = client.id("teams", "red");
    JsonNode state =
        client.done(
            "PATCH", "/lookups/teams/options/" + id, "{\"label\":\"Crimson\",\"enabled\":false}");
    JsonNode red = state.path("options").get(0);
    assertThat(red.path("label").asText()).isEqualTo("Crimson");
    assertThat(red.path("position").asInt()).isEqualTo(1);
    assertThat(red.path("enabled").asBoolean()).isFalse();
    assertThat(client.offered("teams")).containsExactly("blue");
    client.done("PATCH", "/lookups/teams/options/" + id, "{\"label\":null,\"enabled\":true}");
    assertThat(client.get("/options/teams").get(0).path("label").asText()).isEqualTo("red");
  }

  @Test
  void deletedOption_isGone() {
    client.done("DELETE", "/lookups/teams/options/" + client.id("teams", "red"), "");
    assertThat(client.offered("teams")).containsExactly("blue");
  }

  @Test
  void order_makesPositionsAnew() {
    long red = client.id("teams", "red");
    long blue = client.id("teams", "blue");
    client.done("PUT", "/lookups/teams/order", "{\"ids\":[" + blue + "," + red + "]}");
    assertThat(client.offered("teams")).containsExactly("blue", "red");
    refused(
        client.json(
            "PUT", "/lookups/teams/order", "{\"ids\":[" + blue + "," + blue + ",99999999]}"),
        422,
        "stands twice");
    assertThat(client.offered("teams")).containsExactly("blue", "red");
  }

  @Test
  void lookup_isMadeAndDeleted() {
    client.done(
        "POST", "/lookups", "{\"name\":\"made\",\"description\":\"New\",\"parentParam\":\"team\"}");
    client.done("POST", "/lookups/made/options", "{\"value\":\"a\",\"parentValue\":\"red\"}");
    assertThat(client.get("/options/made?team=red").findValuesAsText("value")).containsExactly("a");
    refused(
        client.json("POST", "/lookups", "{\"name\":\"made\"}"),
        409,
        "there is a lookup \"made\" already");
    refused(client.json("POST", "/lookups", "{\"name\":\"days\"}"), 409, "already");
    JsonNode gone = client.done("DELETE", "/lookups/made", "");
    assertThat(gone.path("deleted").asBoolean()).isTrue();
    assertThat(server.http().get("/options/made").status()).isEqualTo(404);
  }

  @Test
  void lookupThatAWidgetUses_isNotDeleted() {
    refused(client.json("DELETE", "/lookups/teams", ""), 409, "is used by team");
    server.delete("team.sql");
    client.done("DELETE", "/lookups/teams", "");
  }

  @Test
  void flaws_areToldAllAtOnce_byField() {
    HttpReply reply =
        client.json(
            "POST",
            "/lookups/teams/options",
            "{\"value\":7,\"lable\":\"x\",\"position\":1.5,\"enabled\":\"yes\"}");
    refused(reply, 422, "nothing was changed: ");
    assertThat(reply.json().path("problems").findValuesAsText("field"))
        .containsExactlyInAnyOrder("value", "lable", "position", "enabled");
    assertThat(reply.json().path("detail").asText()).contains("did you mean \"label\"");
    assertThat(changes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"value\":\"\"}|value: the value is empty",
        "{\"value\":\"  \"}|value: the value is empty",
        "{\"label\":\"x\"}|value: the value is missing",
        "{\"value\":\"red\"}|there is an option \"red\" already",
        "{\"value\":\"a\\tb\"}|value: character 2 is a control character (U+0009)",
        "{\"value\":\"a\\u0000\"}|control character (U+0000)",
        "{\"value\":\"a\",\"label\":\"\\n\"}|label: character 1 is a control character",
        "{\"value\":\"\\ud800\"}|half a character",
        "{\"value\":\"a\",\"position\":99999999999}|position: expected a whole number"
      })
  void wrongOption_isRefused(String option, String detail) {
    refused(client.json("POST", "/lookups/teams/options", option), 422, detail);
    assertThat(client.kept("teams")).containsExactly("red", "blue");
    assertThat(changes()).isZero();
  }

  @Test
  void textThatIsTooLong_isRefused() {
    refused(
        client.json("POST", "/lookups/teams/options", "{\"value\":\"" + "x".repeat(501) + "\"}"),
        422,
        "501 characters are too many; at most 500");
    client.done("POST", "/lookups/teams/options", "{\"value\":\"" + "😀".repeat(500) + "\"}");
    assertThat(client.offered("teams")).contains("😀".repeat(500));
  }

  @Test
  void comma_isRefusedWhereSeveralMayBeChosen() {
    client.done("POST", "/lookups/teams/options", "{\"value\":\"a,b\"}");
    server.write("team.sql", WIDGET.replace("lookup: teams", "lookup: teams, multiSelect: true"));
    refused(
        client.json("POST", "/lookups/teams/options", "{\"value\":\"c,d\"}"), 422, "holds a comma");
    client.done("POST", "/lookups/teams/options", "{\"value\":\"c\"}");
  }

  @Test
  void secondDefault_isRefused_exceptUnderAnotherParent() {
    client.done(
        "POST",
        "/lookups/teams/options",
        "{\"value\":\"a\",\"parentValue\":\"p\",\"isDefault\":true}");
    client.done(
        "POST",
        "/lookups/teams/options",
        "{\"value\":\"a\",\"parentValue\":\"q\",\"isDefault\":true}");
    refused(
        client.json(
            "POST",
            "/lookups/teams/options",
            "{\"value\":\"b\",\"parentValue\":\"p\",\"isDefault\":true}"),
        422,
        "isDefault: \"a\" is the default under \"p\" already");
  }

  @TestFactory
  Stream<DynamicTest> hostileValue_isOnlyAValue() {
    return Stream.concat(
            WriteAttempts.values(),
            Stream.of(
                "=1+1",
                "'=1",
                "''",
                "\"",
                "a;b",
                "<script>alert(1)</script>",
                "../x",
                "null",
                "ʼ",
                "\u202Eevil",
                " a "))
        .map(value -> DynamicTest.dynamicTest(value, () -> isOnlyAValue(value)));
  }

  private void isOnlyAValue(String value) {
    twoTeams();
    ObjectNode option = MAPPER.createObjectNode();
    for (String key :
        List.of("value", "label", "description", "rightOfDescription", "parentValue")) {
      option.put(key, value);
    }
    JsonNode state = client.done("POST", "/lookups/teams/options", option.toString());
    assertThat(state.path("options")).hasSize(3);
    long id = client.id("teams", value);
    JsonNode kept = client.get("/lookups/teams").path("options").get(2);
    option
        .fieldNames()
        .forEachRemaining(key -> assertThat(kept.path(key).asText()).isEqualTo(value));
    client.done("DELETE", "/lookups/teams/options/" + id, "");
    client.done("POST", "/lookups/teams/undo", "");
    assertThat(client.get("/lookups/teams").path("options").get(2)).isEqualTo(kept);
    assertThat(
            database.texts(
                "SELECT value FROM sql_widgets.lookup_option WHERE lookup = 'teams' ORDER BY"
                    + " position"))
        .containsExactly("red", "blue", value);
  }
}
