package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.contract.LiveClient.Bye;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.live.LiveGrids;
import org.sqlwidgets.live.LiveLoad;
import org.sqlwidgets.testing.HttpReply;

/** What the subscribers of live grids are sent (contract §4.11, widget-file §4). */
interface LiveContract extends Topic {
  String EVERYTHING = "{}";
  String PRICES =
      "SELECT symbol, price FROM live_price WHERE (:symbol IS NULL OR symbol = :symbol)"
          + " ORDER BY symbol";

  /** A live grid with these rows whose database is asked as often as can be. */
  static String file(String keys, String sql) {
    return "-- ---\n-- type: live_grid\n-- data: { wsRowIdColumn: symbol }\n"
        + keys
        + "-- ---\n"
        + sql;
  }

  /** Asked as often as can be. */
  static String fast(String sql) {
    return file("-- interval: 250ms\n", sql);
  }

  private void change(String... sql) {
    server().database().execute(sql);
  }

  private String publishPrices() {
    change(
        "DROP TABLE IF EXISTS live_price",
        "CREATE TABLE live_price (symbol varchar(10), price numeric(9,2))",
        "INSERT INTO live_price VALUES ('A', 1), ('B', 2)");
    return server().publish(fast(PRICES));
  }

  private LiveLoad load() {
    return server().http().context().getBean(LiveGrids.class).load();
  }

  private static String row(String symbol, String price) {
    return "{\"symbol\":\"" + symbol + "\",\"price\":" + price + "}";
  }

  @Test
  default void request_givesTheRows_asForATable() {
    String id = publishPrices();
    HttpReply reply = server().askAgain(id, "");
    JsonNode published = server().published(id);
    assertThat(reply.text()).isEqualTo("[" + row("A", "1.00") + "," + row("B", "2.00") + "]");
    assertThat(ReplyJudge.tableFailures(reply.body(), published.at("/data/table/columnsDefs")))
        .isEmpty();
    assertThat(published.path("wsEndpoint").asText()).isEqualTo("/widgets/" + id + "/live");
    assertThat(published.at("/data/wsRowIdColumn").asText()).isEqualTo("symbol");
    assertThat(server().once(id, "symbol=none").text()).isEqualTo("[]");
  }

  @Test
  default void firstMessage_hasAllRows_laterOnesWhatIsNewOrChanged() {
    String id = publishPrices();
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      String all = client.next();
      assertThat(all).isEqualTo(server().once(id, "").text());
      change("UPDATE live_price SET price = 3 WHERE symbol = 'B'");
      assertThat(client.next()).isEqualTo("[" + row("B", "3.00") + "]");
      change("INSERT INTO live_price VALUES ('C', NULL)");
      assertThat(client.next()).isEqualTo("[" + row("C", "null") + "]");
      change("DELETE FROM live_price WHERE symbol = 'B'");
      change("UPDATE live_price SET price = price"); // the same again
      long before = load().queries();
      Until.isTrue(() -> load().queries() > before + 1);
      client.isQuiet();
      change("INSERT INTO live_price VALUES ('B', 3)");
      assertThat(client.next()).as("who comes back").isEqualTo("[" + row("B", "3.00") + "]");
    }
  }

  @Test
  default void newParams_giveTheRowsOfThese_andNoMoreOfTheOthers() {
    String id = publishPrices();
    try (LiveClient client = LiveClient.show(server(), id, "{\"symbol\":\"A\",\"other\":[1]}")) {
      assertThat(client.next()).isEqualTo("[" + row("A", "1.00") + "]");
      client.show("{\"symbol\":\"B\"}");
      assertThat(client.next()).isEqualTo("[" + row("B", "2.00") + "]");
      change("UPDATE live_price SET price = price + 1");
      assertThat(client.next()).isEqualTo("[" + row("B", "3.00") + "]");
      assertThat(load()).extracting(LiveLoad::groups).isEqualTo(1);
    }
    Until.isTrue(() -> load().groups() == 0 && load().subscribers() == 0);
  }

  @Test
  default void paramsOfEveryJsonType_areUnderstood() {
    String id =
        server()
            .publish(
                fast(
                    "SELECT 'k' AS symbol, CAST(:n AS integer) AS n, CAST(:b AS boolean) AS b,"
                        + " CAST(:t AS varchar) AS t"));
    try (LiveClient client =
        LiveClient.show(server(), id, "{\"n\":7,\"b\":true,\"t\":null,\"unknown\":{\"a\":[1]}}")) {
      assertThat(client.next()).isEqualTo("[{\"symbol\":\"k\",\"n\":7,\"b\":true,\"t\":null}]");
      client.show("{\"n\":\"8\",\"b\":\"\",\"t\":\"\\u00e9\"}");
      assertThat(client.next()).isEqualTo("[{\"symbol\":\"k\",\"n\":8,\"b\":null,\"t\":\"é\"}]");
    }
  }

  /** The request for the rows has told why; the socket waits for better ones. */
  @Test
  default void refusedParams_showNothing_untilTheyAreRight() {
    String id = server().publish(fast("SELECT 'k' AS symbol, CAST(:n AS integer) AS n"));
    assertThat(server().once(id, "n=many").status()).isEqualTo(422);
    try (LiveClient client = LiveClient.show(server(), id, "{\"n\":1}")) {
      assertThat(client.next()).contains("\"n\":1");
      client.show("{\"n\":\"many\"}");
      Until.isTrue(() -> load().groups() == 0);
      client.isQuiet();
      assertThat(client.isOpen()).isTrue();
      client.show("{\"n\":2}");
      assertThat(client.next()).contains("\"n\":2");
    }
  }

  @Test
  default void severalColumns_areTheIdTogether() {
    change(
        "DROP TABLE IF EXISTS live_place",
        "CREATE TABLE live_place (place varchar(9), symbol integer, price integer)",
        "INSERT INTO live_place VALUES ('x', 1, 10), ('x', 2, 20), ('y', 1, 30)");
    String id =
        server()
            .publish(
                "-- ---\n-- type: live_grid\n-- interval: 250ms\n"
                    + "-- data: { wsRowIdColumn: [symbol, place] }\n-- ---\n"
                    + "SELECT place, symbol, price FROM live_place ORDER BY place, symbol");
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      assertThat(client.next()).startsWith("[{\"place\":\"x\",\"symbol\":1,\"price\":10},");
      change("UPDATE live_place SET price = 21 WHERE place = 'x' AND symbol = 2");
      assertThat(client.next()).isEqualTo("[{\"place\":\"x\",\"symbol\":2,\"price\":21}]");
    }
    assertThat(server().published(id).at("/data/wsRowIdColumn").toString())
        .isEqualTo("[\"symbol\",\"place\"]");
  }

  @Test
  default void ofRowsWithOneId_theLastWins() {
    String id = publishPrices();
    change("INSERT INTO live_price VALUES ('B', 5)");
    String sorted = server().publish(fast(PRICES + ", price"));
    assertThat(sorted).isNotEqualTo(id);
    try (LiveClient client = LiveClient.show(server(), sorted, EVERYTHING)) {
      client.next();
      change("UPDATE live_price SET price = 9 WHERE price = 5");
      assertThat(client.next()).isEqualTo("[" + row("B", "9.00") + "]");
      change(
          "UPDATE live_price SET price = 1.5 WHERE price = 2",
          "INSERT INTO live_price VALUES ('C', 1)");
      assertThat(client.next()).isEqualTo("[" + row("C", "1.00") + "]");
    }
  }

  @Test
  default void noRows_areNothingToSend_untilThereIsOne() {
    String id = publishPrices();
    change("DELETE FROM live_price");
    long before = load().queries();
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      Until.isTrue(() -> load().queries() > before + 1);
      client.isQuiet();
      change("INSERT INTO live_price VALUES ('A', 1)");
      assertThat(client.next()).isEqualTo("[" + row("A", "1.00") + "]");
    }
  }

  @Test
  default void manySubscribersOfTheSame_costOneQuery() {
    String id = publishPrices();
    List<LiveClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        clients.add(LiveClient.show(server(), id, EVERYTHING));
      }
      clients.forEach(client -> assertThat(client.next()).contains(row("A", "1.00")));
      assertThat(load()).extracting(LiveLoad::groups, LiveLoad::subscribers).contains(1, 200);
      long queries = load().queries();
      long began = System.nanoTime();
      for (int round = 2; round <= 5; round++) {
        change("UPDATE live_price SET price = " + round + " WHERE symbol = 'A'");
        String expected = "[" + row("A", round + ".00") + "]";
        clients.forEach(client -> assertThat(client.next()).isEqualTo(expected));
      }
      long quarters = (System.nanoTime() - began) / 250_000_000 + 1;
      assertThat(load().queries() - queries).isBetween(4L, quarters);
    } finally {
      clients.forEach(LiveClient::close);
    }
    Until.isTrue(() -> load().subscribers() == 0);
  }

  @Test
  default void queryThatFails_keepsItsSubscribers_andGoesOnWhenItWorksAgain() {
    publishPrices();
    String id =
        server()
            .publish(
                fast("SELECT symbol, CAST(10 / price AS integer) AS x FROM live_price ORDER BY 1"));
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      assertThat(client.next())
          .isEqualTo("[{\"symbol\":\"A\",\"x\":10},{\"symbol\":\"B\",\"x\":5}]");
      change("UPDATE live_price SET price = 0 WHERE symbol = 'A'");
      Until.isTrue(() -> server().once(id, "").status() == 422);
      long before = load().queries();
      Until.isTrue(() -> load().queries() > before + 1);
      client.isQuiet();
      change("UPDATE live_price SET price = 5 WHERE symbol = 'A'");
      assertThat(client.next()).isEqualTo("[{\"symbol\":\"A\",\"x\":2}]");
    }
  }

  @Test
  default void changedFile_showsItsNewRows_removedFileEndsTheSocket() {
    String id = publishPrices();
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      client.next();
      server().replace(id, fast("SELECT symbol, 7 AS price FROM live_price ORDER BY symbol"));
      assertThat(client.next()).isEqualTo("[" + row("A", "7") + "," + row("B", "7") + "]");
      server().publish("SELECT 1 AS x");
      assertThat(client.bye()).isEqualTo(new Bye(1001, "the widget is no longer served"));
    }
    assertThat(load()).extracting(LiveLoad::groups, LiveLoad::subscribers).containsExactly(0, 0);
  }

  @Test
  default void tableThatChangedItsType_isDescribedAnew() {
    publishPrices();
    String id = server().publish(fast("SELECT symbol, price FROM live_price ORDER BY symbol"));
    try (LiveClient client = LiveClient.show(server(), id, EVERYTHING)) {
      client.next();
      change("ALTER TABLE live_price ALTER COLUMN price TYPE varchar(20)");
      assertThat(client.next())
          .isEqualTo("[" + row("A", "\"1.00\"") + "," + row("B", "\"2.00\"") + "]");
    }
  }

  @Test
  default void tooManyRows_areTold_byTheRequest() {
    String id =
        server()
            .publish(fast("SELECT n AS symbol FROM generate_series(1, 10001) AS g(n) ORDER BY 1"));
    assertThat(server().once(id, "").status()).isEqualTo(422);
  }
}
