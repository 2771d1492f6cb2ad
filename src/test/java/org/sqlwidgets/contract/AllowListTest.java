package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.contract.LiveClient.Bye;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.testing.HttpReply;

/** A key with an allow-list: whatever is not on it is as if it did not exist. */
class AllowListTest {
  /** Replies name their requests; these have one name, so that replies can be compared. */
  private static final String ONE_NAME = "X-Request-Id: one";

  private static final String DESK = "desk-0123456789abcdefghij";
  private static final String DESK_TOO = "desk-too-9876543210jihgfedcba";
  private static final String ONE = "one-0123456789abcdefghijk";
  private static final String ALL = "all-0123456789abcdefghijk";

  private static final List<Map<String, Object>> KEYS =
      List.of(
          Map.of("name", "all", "key", ALL),
          Map.of("name", "desk", "key", DESK, "folders", "desk"),
          Map.of("name", "desk too", "key", DESK_TOO, "folders", List.of("desk")),
          Map.of("name", "one", "key", ONE, "widgets", List.of("plan", "gone_long_ago")));

  private static final String LIVE =
      "-- ---\n-- type: live_grid\n-- interval: 250ms\n-- data: { wsRowIdColumn: id }\n-- ---\n"
          + "SELECT 1 AS id, 2 AS x\n";
  private static final String FRAME =
      "-- ---\n-- type: iframe\n-- url: https://example.com/?a=1\n-- ---\n";

  @TempDir private Path folder;

  private final TestedDatabase database = newDatabase();
  private Connection kept;
  private FormServer server;

  /** An empty database. */
  TestedDatabase newDatabase() {
    return new H2Memory();
  }

  @BeforeEach
  void start() throws SQLException {
    kept = database.asOwner();
    server = FormServer.start(folder, database, Map.of("sql-widgets.keys", KEYS));
    server.write("lookups/open.sql", "SELECT 'a' AS value\n");
    server.write("lookups/hidden.sql", "SELECT 'b' AS value\n");
    server.write("lookups/unused.sql", "SELECT 'c' AS value\n");
    database.execute("CREATE TABLE note (text varchar(20))", "GRANT ALL ON note TO desk");
    server.write(
        "actions/note.sql",
        "-- ---\n-- params: [{ paramName: text, type: text }]\n-- ---\n"
            + "INSERT INTO note (text) VALUES (:text)\n");
    server.write(
        "desk/price.sql",
        "-- ---\n"
            + "-- params: [{ paramName: p, lookup: open }]\n"
            + "-- ---\n"
            + "SELECT CAST(:p AS varchar) AS p\n");
    server.write("desk/deep/live.sql", LIVE);
    server.write("desk/frame.sql", FRAME);
    server.write("desk/broken.sql", "SELECT 1 AS\n");
    server.write(
        "plans/plan.sql",
        "-- ---\n-- formerIds: [old_plan]\n-- params:\n--   - { paramName: p, lookup: hidden }\n"
            + "--   - { paramName: q, optionsQuery: \"SELECT 'x' AS value\" }\n"
            + "-- ---\nSELECT 'secret' AS p WHERE :p = 'b' AND :q = 'x'\n");
    server.write("plans/live2.sql", LIVE);
    server.write("plans/blocks.sql", "-- ---\n-- type: ssrm_table\n-- ---\nSELECT 1 AS one\n");
    server.write("plans/frame2.sql", FRAME);
    server.write("plans/bad.sql", "SELECT 1 AS\n");
    server.write("desktop/other.sql", "SELECT 1 AS one\n");
    server.write(
        "both/app.yml",
        """
        name: Both
        prompts: ["Why @[id:price]?", "Why @[id:plan]?", "Why?"]
        tabs:
          - { name: Open, widgets: [price, frame] }
          - { name: Mixed, widgets: [price, plan] }
        """);
    assertThat(
            server.write(
                "plans/app.yml", "name: Plans\ntabs:\n  - { name: All, widgets: [plan] }\n"))
        .as("those of broken.sql and bad.sql")
        .hasSize(2);
  }

  @AfterEach
  void close() throws SQLException {
    server.close();
    kept.close();
  }

  private HttpReply get(String path, String key) {
    return server.http().get(path, "X-API-KEY: " + key, ONE_NAME);
  }

  private List<String> widgets(String key) {
    return names(get("/widgets.json", key).json());
  }

  private static List<String> names(JsonNode document) {
    List<String> names = new ArrayList<>();
    document.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void widgetsJson_holdsJustTheAllowedOnes() {
    assertThat(widgets(DESK)).containsExactlyInAnyOrder("price", "live", "frame");
    assertThat(widgets(ONE)).containsExactly("plan");
    assertThat(widgets(ALL))
        .contains("price", "live", "frame", "plan", "live2", "blocks", "frame2", "other");
  }

  @Test
  void appsJson_holdsTheTabsWhoseWidgetsAreAllAllowed() {
    JsonNode apps = get("/apps.json", DESK).json();
    assertThat(apps).hasSize(1);
    assertThat(apps.get(0).get("name").asText()).isEqualTo("Both");
    assertThat(apps.get(0).get("tabs")).singleElement();
    assertThat(apps.get(0).get("prompts").toString()).isEqualTo("[\"Why @[id:price]?\",\"Why?\"]");
    assertThat(get("/apps.json", DESK).text()).doesNotContain("plan").doesNotContain("Mixed");
    assertThat(
            OpenbbJudge.failures(get("/apps.json", DESK).body(), get("/widgets.json", DESK).body()))
        .isEmpty();
    assertThat(get("/apps.json", ONE).json()).hasSize(1);
    assertThat(get("/apps.json", ALL).json()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/widgets/%s",
        "/widgets/%s?raw=true",
        "/widgets/%s.csv",
        "/widgets/%s/live",
        "/widgets/%s/page",
        "/widgets/%s/pdf",
        "/studio/api/widgets/%s/values",
        "/studio/api/widgets/%s/expectations"
      })
  void hiddenWidgets_areAsIfTheyDidNotExist(String address) {
    for (String hidden : List.of("plan", "old_plan", "live2", "blocks", "frame2", "other")) {
      assertSame(hidden, address, key -> path -> get(path, key));
    }
  }

  @Test
  void hiddenWidgets_takeNoPosts() {
    for (String hidden : List.of("plan", "live2", "blocks")) {
      assertSame(
          hidden,
          "/widgets/%s",
          key ->
              path ->
                  server
                      .http()
                      .post(
                          path,
                          "{}",
                          "Content-Type: application/json",
                          "X-API-KEY: " + key,
                          ONE_NAME));
    }
  }

  @Test
  void hiddenLookups_areAsIfTheyDidNotExist() {
    for (String hidden : List.of("hidden", "unused", "plan.q", "old_plan.q")) {
      assertSame(hidden, "/options/%s", key -> path -> get(path, key));
    }
    assertThat(get("/options/open", DESK).text()).contains("\"a\"");
    assertThat(get("/options/hidden", ONE).text()).contains("\"b\"");
    assertThat(get("/options/plan.q", ONE).text()).contains("\"x\"");
    assertThat(get("/options/old_plan.q", ONE).text()).contains("\"x\"");
  }

  @Test
  void hiddenSourcesAndActions_areAsIfTheyDidNotExist() {
    String root = folder.toString();
    for (String hidden :
        List.of("plans/plan.sql", "plans/bad.sql", "lookups/hidden.sql", "actions/note.sql")) {
      String path = "/studio/api/source?file=" + root + "/" + hidden;
      assertThat(get(path, ALL).status()).as(hidden).isEqualTo(200);
      assertThat(get(path, DESK).status()).as(hidden).isEqualTo(404);
    }
    assertThat(get("/studio/api/source?file=" + root + "/lookups/open.sql", DESK).status())
        .isEqualTo(200);
    HttpReply hidden = server.post("note", "{\"text\":\"x\"}", "X-API-KEY: " + DESK, ONE_NAME);
    HttpReply unknown = server.post("nothing", "{\"text\":\"x\"}", "X-API-KEY: " + DESK, ONE_NAME);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo(unknown.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lookups", "/lookups/open", "/lookups/open/changes"})
  void addressesThatKnowNoAllowLists_areNotThere(String path) {
    HttpReply reply = get(path, DESK);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("detail").asText())
        .isEqualTo("there is nothing at this address; the list of widgets is at /widgets.json");
  }

  /** So that a new route cannot forget the allow-lists. */
  @Test
  void routes_askForSnapshots_byWayOfSightsAlone() throws IOException {
    List<String> others = List.of("Sights.java", "SnapshotEvents.java", "StartMessage.java");
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/sqlwidgets/web"))) {
      for (Path file : files.toList()) {
        if (!others.contains(file.getFileName().toString())) {
          assertThat(Files.readString(file))
              .as(file.toString())
              .doesNotContain("registry.snapshot()", "catalog.snapshot()");
        }
      }
    }
  }

  /** The same reply as for a name that nobody uses, with the name replaced. */
  private static void assertSame(
      String hidden, String address, Function<String, Function<String, HttpReply>> ask) {
    HttpReply reply = ask.apply(DESK).apply(address.formatted(hidden));
    HttpReply unknown = ask.apply(DESK).apply(address.formatted("nothing"));
    assertThat(reply.status()).as(address + " " + hidden).isEqualTo(404);
    assertThat(reply.text()).isEqualTo(unknown.text());
    assertThat(reply.headers().keySet()).isEqualTo(unknown.headers().keySet());
  }

  @Test
  void problemsAndCounts_areThoseOfTheAllowedFiles() {
    for (String path : List.of("/problems", "/studio/api/desk", "/health", "/")) {
      assertThat(get(path, DESK).text())
          .as(path)
          .doesNotContain("plan")
          .doesNotContain("bad.sql")
          .doesNotContain("hidden");
    }
    assertThat(get("/problems", DESK).text()).contains("broken.sql");
    assertThat(get("/problems", ONE).json().get("errors").intValue()).isZero();
    assertThat(get("/health", ONE).json().get("problems").intValue()).isZero();
    assertThat(get("/health", DESK).json().get("problems").intValue()).isEqualTo(1);
    assertThat(get("/", DESK).json().get("widgets").intValue()).isEqualTo(3);
    assertThat(server.http().get("/health").json().has("problems")).isFalse();
  }

  @Test
  void signedAddress_showsNoMoreThanItsKey() {
    String ofDesk = frame(DESK, "frame");
    assertThat(ofDesk).isEqualTo(frame(DESK_TOO, "frame")).isNotEqualTo(frame(ALL, "frame"));
    assertThat(server.http().get(ofDesk).status()).isEqualTo(200);
    assertThat(server.http().get(frame(ALL, "frame2")).status()).isEqualTo(200);
    String code = ofDesk.replaceAll(".*/", "");
    assertThat(server.http().get("/widgets/frame2/page/" + code).status()).isEqualTo(401);
    server.delete("desk/frame.sql");
    server.write("plans/frame.sql", FRAME);
    assertThat(server.http().get(ofDesk).status()).isEqualTo(404);
    assertThat(server.http().get(frame(ALL, "frame")).status()).isEqualTo(200);
  }

  @Test
  void signedAddress_opensNothing_onceItsWidgetHasAnotherType() {
    String signed = frame(DESK, "frame");
    assertThat(server.http().get(signed).status()).isEqualTo(200);
    server.write("desk/frame.sql", "SELECT 'secret' AS x\n");
    assertThat(get("/widgets/frame", DESK).text()).contains("secret");
    assertThat(server.http().get(signed).status()).isEqualTo(404);
  }

  private String frame(String key, String id) {
    return get("/widgets.json", key).json().path(id).path("endpoint").asText();
  }

  @Test
  void openLiveGrid_ends_whenItsFileLeavesTheAllowedFolder() {
    int port = server.http().port();
    String address = get("/widgets.json", DESK).json().path("live").path("wsEndpoint").asText();
    try (LiveClient desk = LiveClient.open(port, address);
        LiveClient all = LiveClient.open(port, "/widgets/live/live", "X-API-KEY", ALL)) {
      desk.show("{}");
      all.show("{}");
      assertThat(desk.next()).isEqualTo("[{\"id\":1,\"x\":2}]");
      assertThat(all.next()).isEqualTo("[{\"id\":1,\"x\":2}]");
      server.write("plans/live.sql", LIVE.replace("2 AS x", "3 AS x"));
      server.delete("desk/deep/live.sql");
      assertThat(desk.bye()).extracting(Bye::code).isEqualTo(1001);
      assertThat(LiveClient.refusal(port, address)).isEqualTo(404);
    }
  }

  @Test
  void widgetThatMovesOutOfAnAllowedFolder_isGoneAtOnce() {
    assertThat(get("/widgets/price?p=a", DESK).status()).isEqualTo(200);
    server.delete("desk/price.sql");
    server.write("plans/price.sql", "SELECT 'moved' AS p\n");
    assertThat(get("/widgets/price?p=a", DESK).status()).isEqualTo(404);
    assertThat(widgets(DESK)).containsExactlyInAnyOrder("live", "frame");
    assertThat(get("/widgets/price", ALL).text()).contains("moved");
    assertThat(get("/options/open", DESK).status()).isEqualTo(404);
  }

  /** Neither what is kept for others nor a tag that somebody knows opens what is hidden. */
  @Test
  void replyThatIsKeptForAnotherKey_isAsIfItWereNot() {
    server.write("plans/kept.sql", "-- ---\n-- cache: 10m\n-- ---\nSELECT 'secret' AS x\n");
    for (String address : List.of("/widgets/kept", "/options/hidden", "/widgets/kept.csv")) {
      HttpReply kept = get(address, ALL);
      assertThat(kept.status()).as(address).isEqualTo(200);
      for (String tag : List.of(String.valueOf(kept.header("ETag")), "*")) {
        HttpReply reply =
            server.http().get(address, "X-API-KEY: " + DESK, "If-None-Match: " + tag, ONE_NAME);
        assertThat(reply.status()).as(address + " " + tag).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("secret");
        assertThat(reply.headers()).doesNotContainKeys("ETag", "Age");
      }
    }
  }

  @Test
  void samePart_hasTheSameDocument_othersDoNot() {
    String desk = get("/widgets.json", DESK).header("ETag");
    assertThat(get("/widgets.json", DESK_TOO).header("ETag")).isEqualTo(desk);
    assertThat(get("/widgets.json", ONE).header("ETag")).isNotEqualTo(desk);
    HttpReply changed =
        server.http().get("/widgets.json", "X-API-KEY: " + ONE, "If-None-Match: " + desk);
    assertThat(changed.status()).isEqualTo(200);
  }
}
