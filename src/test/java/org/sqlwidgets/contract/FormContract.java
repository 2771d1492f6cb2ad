package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.sql.SqlDialect;
import org.sqlwidgets.testing.HttpReply;

/** What forms send and what it does (contract §3.7), on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormContract implements FormAccessContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BOOK =
      """
      -- ---
      -- message: 'Booked {amount} of {symbol}'
      -- params:
      --   - { paramName: symbol, required: true }
      --   - { paramName: amount, type: number, required: true }
      --   - { paramName: lots, type: number, value: 1 }
      --   - { paramName: day, type: date }
      --   - { paramName: open, type: boolean, value: true }
      --   - { paramName: side, options: [buy, sell] }
      --   - { paramName: code, secret: true }
      -- ---
      INSERT INTO trade (symbol, amount, lots, traded_on, is_open, side, code)
      VALUES (:symbol, :amount, :lots, :day, :open, :side, :code)
      """;

  private static final String CLOSE =
      """
      -- ---
      -- maxRows: 2
      -- params:
      --   - { paramName: symbols, options: [AAPL, IBM, MSFT], multiSelect: true, required: true }
      -- ---
      UPDATE trade SET is_open = FALSE WHERE symbol IN (:symbols)
      """;

  private static final String REMOVE = "DELETE FROM trade WHERE symbol = :symbol\n";

  private final TestedDatabase database;
  private Connection kept;
  private FormServer server;

  FormContract(TestedDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    kept = database.asOwner();
    server = FormServer.start(folder, database, Map.of());
    database.execute(
        "CREATE TABLE trade (symbol varchar(9) NOT NULL UNIQUE, amount numeric(12,2), lots integer,"
            + " traded_on date, is_open boolean, side varchar(9), code varchar(99))",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON trade TO " + FormServer.WRITER,
        "CREATE TABLE closed (name varchar(99))",
        "INSERT INTO closed VALUES ('one')");
    if (database.dialect() == SqlDialect.POSTGRESQL) {
      database.execute("GRANT SELECT ON trade, closed TO sql_widgets_reader");
    }
    server.write("actions/book.sql", BOOK);
    server.write("actions/close.sql", CLOSE);
    assertThat(server.write("actions/remove.sql", REMOVE)).isEmpty();
  }

  @AfterAll
  void stop() throws SQLException {
    server.close();
    kept.close();
  }

  @BeforeEach
  void empty() {
    database.execute("DELETE FROM trade", "DELETE FROM sql_widgets.action_log");
  }

  @Override
  public FormServer server() {
    return server;
  }

  @Override
  public TestedDatabase database() {
    return database;
  }

  @AfterEach
  void everyConnection_isGivenBack() {
    assertThat(server.busyConnections()).isZero();
  }

  private List<String> trades() {
    return database.texts(
        "SELECT concat(symbol, '|', amount, '|', lots, '|', traded_on, '|', is_open, '|', side,"
            + " '|', code) FROM trade ORDER BY symbol");
  }

  private int notes() {
    return database.number("SELECT count(*) FROM sql_widgets.action_log");
  }

  private void expect(HttpReply reply, int status, String message) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").asText()).contains(message);
    if (status != 200) {
      assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
    }
  }

  private void expectNothing(HttpReply reply, int status, String message) {
    List<String> before = trades();
    expect(reply, status, message);
    assertThat(trades()).isEqualTo(before);
    assertThat(notes()).isZero();
  }

  @Test
  void inputs_asTheClientSendsThem_areBound() {
    HttpReply reply =
        server.post(
            "book",
            "{\"symbol\":\"AAPL\",\"amount\":\"12.50\",\"lots\":\"3\",\"day\":\"2024-02-29\","
                + "\"open\":false,\"side\":\"sell\",\"code\":\"x'y\",\"submit\":true}");
    assertThat(reply.text()).isEqualTo("{\"message\":\"Booked 12.50 of AAPL\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(trades()).containsExactly("AAPL|12.50|3|2024-02-29|" + no() + "|sell|x'y");
  }

  private String no() {
    return database.pick("FALSE", "f");
  }

  private String yes() {
    return database.pick("TRUE", "t");
  }

  @ParameterizedTest
  @CsvSource({"'\"true\"',true", "'\"false\"',false", "true,true", "false,false"})
  void boolean_asTextOrAsItself_isBound(String sent, boolean stored) {
    server.post("book", "{\"symbol\":\"AAPL\",\"amount\":\"1\",\"open\":" + sent + "}");
    assertThat(trades()).containsExactly("AAPL|1.00|1||" + (stored ? yes() : no()) + "||");
  }

  @Test
  void untouchedDate_isResolvedNow() {
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    server.post("book", "{\"symbol\":\"AAPL\",\"amount\":1,\"day\":\"$currentDate-1d\"}");
    assertThat(database.texts("SELECT traded_on FROM trade").getFirst())
        .isIn(
            before.minusDays(1).toString(), LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
  }

  @Test
  void missingEmptyAndNullInputs_areTheDefaultElseNull() {
    server.post("book", "{\"symbol\":\"AAPL\",\"amount\":\"1\",\"day\":\"\",\"side\":null}");
    assertThat(trades()).containsExactly("AAPL|1.00|1||" + yes() + "||");
  }

  @Test
  void missingRequiredInput_isRefusedByName() {
    expectNothing(
        server.post("book", "{\"symbol\":\"\"}"),
        422,
        "Parameter 'symbol': field required; Parameter 'amount': field required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"amount\":\"many\";Parameter 'amount': 'many' is not a number",
        "\"amount\":\"1\",\"lots\":\"1.5\";Parameter 'lots': '1.5' is not a whole number",
        "\"amount\":\"1\",\"day\":\"2024-02-30\";Parameter 'day':",
        "\"amount\":\"1\",\"open\":\"maybe\";Parameter 'open': 'maybe' is not a boolean",
        "\"amount\":\"1\",\"side\":\"hold\";Parameter 'side': 'hold' is not one of buy, sell",
        "\"amount\":{\"n\":1};Parameter 'amount': expected a text",
        "\"amount\":[[1]];Parameter 'amount': expected a text",
        "\"amount\":[1,2];Parameter 'amount': expected one value",
        "\"amount\":\"99999999999\";A value does not fit",
        "\"amount\":\"1\",\"side\":\"buy\",\"code\":\"\\u0000\";Parameter 'code': the value"
            + " is not accepted"
      })
  void refusedValue_changesNothing(String inputs, String message) {
    expectNothing(server.post("book", "{\"symbol\":\"AAPL\"," + inputs + "}"), 422, message);
  }

  @Test
  void valueTooLongForItsColumn_changesNothing() {
    expectNothing(
        server.post("book", "{\"symbol\":\"ABCDEFGHIJ\",\"amount\":1}"),
        422,
        "A value does not fit");
  }

  @Test
  void secondRowOfAUniqueValue_changesNothing() {
    server.post("book", "{\"symbol\":\"AAPL\",\"amount\":1}");
    expect(
        server.post("book", "{\"symbol\":\"AAPL\",\"amount\":2}"),
        422,
        "Nothing was changed: there is such a row already");
    assertThat(trades()).hasSize(1);
    assertThat(notes()).isEqualTo(1);
  }

  private void book(String... symbols) {
    for (String symbol : symbols) {
      database.execute("INSERT INTO trade (symbol, is_open) VALUES ('" + symbol + "', TRUE)");
    }
  }

  @Test
  void listOfValues_changesAsManyRowsAsAllowed() {
    book("AAPL", "IBM", "MSFT");
    expect(server.post("close", "{\"symbols\":[\"AAPL\",\"IBM\"]}"), 200, "Changed 2 rows");
    assertThat(database.number("SELECT count(*) FROM trade WHERE is_open")).isEqualTo(1);
  }

  @Test
  void moreRowsThanAllowed_areUndone() {
    book("AAPL", "IBM", "MSFT");
    expectNothing(
        server.post("close", "{\"symbols\":[\"AAPL\",\"IBM\",\"MSFT\"]}"),
        422,
        "Nothing was changed: 3 rows fit, and at most 2 may change at once");
  }

  @Test
  void noRow_isSaid() {
    expectNothing(
        server.post("remove", "{\"symbol\":\"AAPL\"}"),
        422,
        "Nothing was changed: there is no row that fits");
  }

  @Test
  void delete_removesTheRow() {
    book("AAPL", "IBM");
    expect(server.post("remove", "{\"symbol\":\"AAPL\"}"), 200, "Deleted 1 row");
    assertThat(database.texts("SELECT symbol FROM trade")).containsExactly("IBM");
  }

  @Test
  void put_isTakenToo() {
    book("AAPL");
    HttpReply reply =
        server.send(
            "PUT",
            "remove",
            "{\"symbol\":\"AAPL\"}",
            "Content-Type: application/json; charset=utf-8");
    expect(reply, 200, "Deleted 1 row");
  }

  @Test
  void everyChange_isNoted_withoutItsSecrets() throws IOException {
    server.post(
        "book",
        "{\"symbol\":\"AAPL\",\"amount\":\"12.5\",\"day\":\"2024-01-31\",\"code\":\"top\"}",
        "X-OpenBB-User: ana@example.com");
    assertThat(
            database.texts(
                "SELECT concat(action, '|', changed_rows, '|', said_user, '|', api_key) FROM"
                    + " sql_widgets.action_log"))
        .containsExactly("book|1|ana@example.com|");
    JsonNode inputs =
        JSON.readTree(database.texts("SELECT inputs FROM sql_widgets.action_log").getFirst());
    assertThat(inputs.path("symbol").asText()).isEqualTo("AAPL");
    assertThat(inputs.path("amount").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(inputs.path("day").asText()).isEqualTo("2024-01-31");
    assertThat(inputs.path("open").asBoolean()).isTrue();
    assertThat(inputs.path("side").isNull()).isTrue();
    assertThat(inputs.path("code").asText()).isEqualTo("***");
  }

  @Test
  void changeThatCannotBeNoted_isUndone() {
    book("AAPL");
    database.execute("REVOKE INSERT ON sql_widgets.action_log FROM " + FormServer.WRITER);
    try {
      expectNothing(
          server.post("remove", "{\"symbol\":\"AAPL\"}"), 422, "the database role that runs it");
    } finally {
      database.execute("GRANT INSERT ON sql_widgets.action_log TO " + FormServer.WRITER);
    }
  }

  @Test
  void tableWithoutRights_isNotChanged() {
    List<String> problems =
        server.write("actions/clear.sql", "DELETE FROM closed WHERE name = :name\n");
    HttpReply reply = server.post("clear", "{\"name\":\"one\"}");
    // H2 looks at the rights when the file is loaded, PostgreSQL when the action runs.
    assertThat(problems).hasSize(database.dialect() == SqlDialect.H2 ? 1 : 0);
    expectNothing(
        reply,
        problems.isEmpty() ? 422 : 404,
        problems.isEmpty() ? "the database role that runs it may not do this" : "no action");
    assertThat(database.texts("SELECT name FROM closed")).containsExactly("one");
    server.delete("actions/clear.sql");
  }

  @TestFactory
  Stream<DynamicTest> hostileValue_isOnlyAValue() {
    return WriteAttempts.values()
        .map(value -> DynamicTest.dynamicTest(value, () -> isOnlyAValue(value)));
  }

  private void isOnlyAValue(String value) {
    empty();
    book("IBM");
    ObjectNode body = JSON.createObjectNode().put("symbol", "AAPL").put("amount", 1);
    boolean fits = value.length() < 99;
    server.post("book", body.put("code", value).toString());
    assertThat(database.texts("SELECT code FROM trade WHERE symbol = 'AAPL'"))
        .isEqualTo(fits ? List.of(value) : List.of());
    server.post("remove", JSON.createObjectNode().put("symbol", value).toString());
    server.post("book", body.put("symbol", "X").put("amount", value).toString());
    assertThat(database.texts("SELECT symbol FROM trade ORDER BY symbol"))
        .isEqualTo(fits ? List.of("AAPL", "IBM") : List.of("IBM"));
    assertThat(database.texts("SELECT name FROM closed")).containsExactly("one");
  }

  @Test
  void pageOfAForeignOrigin_cannotSend() {
    book("AAPL");
    String body = "{\"symbol\":\"AAPL\"}";
    for (String origin : List.of("https://evil.example", "null", "http://localhost:7779")) {
      expectNothing(server.post("remove", body, "Origin: " + origin), 403, "this origin");
    }
    HttpReply reply = server.post("remove", body, "Origin: https://pro.openbb.co");
    expect(reply, 200, "Deleted 1 row");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://pro.openbb.co");
  }

  @Test
  void bodyThatABrowserSendsUnasked_isNotRead() {
    book("AAPL");
    String body = "{\"symbol\":\"AAPL\"}";
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      expectNothing(
          server.send("POST", "remove", body, "Content-Type: " + type), 415, "must be JSON");
    }
    expectNothing(server.send("POST", "remove", body), 415, "must be JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[]", "\"x\"", "{", "{} {}", "''", "{\"symbol\":\"a\",\"symbol\":\"b\"}", "nul"})
  void bodyThatIsNoObject_isRefused(String body) {
    expectNothing(server.post("remove", body), 400, "one JSON object");
  }

  @Test
  void unknownAction_isNotFound() {
    expectNothing(server.post("nothing", "{}"), 404, "there is no action of this name");
    assertThat(server.http().get("/actions/book").status()).isEqualTo(405);
  }

  @Test
  void cachedReply_isForgotten_afterAChange() {
    assertThat(
            server.write(
                "trades.sql",
                "-- ---\n-- cache: 10m\n-- ---\nSELECT symbol FROM trade ORDER BY symbol\n"))
        .isEmpty();
    assertThat(server.http().get("/widgets/trades").text()).isEqualTo("[]");
    server.post("book", "{\"symbol\":\"AAPL\",\"amount\":1}");
    assertThat(server.http().get("/widgets/trades").text()).isEqualTo("[{\"symbol\":\"AAPL\"}]");
    server.delete("trades.sql");
  }

  @Test
  void form_isPublishedFromItsAction() {
    assertThat(
            server.write(
                "desk.sql",
                "-- ---\n-- params: [{ paramName: form, type: form, action: book }]\n"
                    + "-- ---\nSELECT symbol FROM trade\n"))
        .isEmpty();
    HttpReply widgets = server.http().get("/widgets.json");
    JsonNode form = widgets.json().path("desk").path("params").path(0);
    assertThat(form.path("endpoint").asText()).isEqualTo("/actions/book");
    assertThat(form.path("inputParams").findValuesAsText("type"))
        .containsExactly("text", "number", "number", "date", "boolean", "text", "text", "button");
    assertThat(OpenbbJudge.failures(widgets.body())).isEmpty();
    server.delete("desk.sql");
  }

  @Test
  void option_thatIsAdded_isInTheDropdownAtOnce_thenChangedAndDeleted() {
    for (String action : List.of("add_option", "change_option", "delete_option")) {
      server.write("actions/" + action + ".sql", shipped("actions/" + action));
    }
    assertThat(server.write("lookups/option_lists.sql", shipped("lookups/option_lists"))).isEmpty();
    expect(
        server.post(
            "add_option",
            "{\"list\":\"regions\",\"value\":\"moon\",\"label\":\"The Moon\",\"position\":\"0\"}"),
        200,
        "Added \"moon\" to regions");
    assertThat(server.http().get("/options/regions").json().get(0).toString())
        .isEqualTo("{\"label\":\"The Moon\",\"value\":\"moon\"}");
    expect(
        server.post(
            "change_option", "{\"list\":\"regions\",\"value\":\"moon\",\"label\":\"Moon\"}"),
        200,
        "Changed");
    assertThat(server.http().get("/options/regions").json().get(0).path("label").asText())
        .isEqualTo("Moon");
    expect(
        server.post(
            "change_option", "{\"list\":\"regions\",\"value\":\"moon\",\"offered\":\"no\"}"),
        200,
        "Changed");
    assertThat(server.http().get("/options/regions").text()).doesNotContain("Moon");
    expect(
        server.post("delete_option", "{\"list\":\"regions\",\"value\":\"moon\"}"), 200, "Deleted");
    expect(
        server.post("add_option", "{\"list\":\"no_such_list\",\"value\":\"x\"}"),
        422,
        "Nothing was changed: there is no row that fits");
    assertThat(notes()).isEqualTo(4);
    List.of("add_option", "change_option", "delete_option")
        .forEach(action -> server.delete("actions/" + action + ".sql"));
    server.delete("lookups/option_lists.sql");
  }

  private static String shipped(String name) {
    try {
      return java.nio.file.Files.readString(Path.of("sql-widgets", name + ".sql"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void datasourceOfOptions_changesNothingElse() {
    book("AAPL");
    String options = "-- ---\n-- datasource: options\n-- ---\n";
    server.write("actions/other.sql", options + "DELETE FROM trade WHERE symbol = :symbol\n");
    HttpReply reply = server.post("other", "{\"symbol\":\"AAPL\"}");
    assertThat(reply.status()).isIn(404, 422);
    server.write(
        "actions/other.sql", options + "DELETE FROM sql_widgets.lookup WHERE name = :symbol\n");
    assertThat(server.post("other", "{\"symbol\":\"regions\"}").status()).isIn(404, 422);
    assertThat(notes()).isZero();
    server.delete("actions/other.sql");
    assertThat(trades()).hasSize(1);
  }
}
