package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;

/** Tables that change while widgets read them. */
interface SchemaChangeContract extends Topic {
  String CHANGED =
      "The tables behind this query have changed since it was read; it is being read again, try"
          + " again shortly";

  private void change(String... sql) {
    server().database().execute(sql);
  }

  /** The rows that are sent in the end; until then every reply says that it is too early. */
  private String rowsInTheEnd(String id) {
    Until.isTrue(
        () -> {
          HttpReply reply = server().once(id, "");
          if (reply.status() != 200) {
            ErrorContract.expect(reply, 503, CHANGED);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
          }
          return reply.status() == 200;
        });
    return server().askAgain(id, "").text();
  }

  @Test
  default void columnOfANewType_isSentAndPublishedAsWhatItIs() {
    change(
        "DROP TABLE IF EXISTS changing",
        "CREATE TABLE changing (x integer)",
        "INSERT INTO changing VALUES (1)");
    String id = server().publish("SELECT x FROM changing");
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"x\":1}]");
    change("ALTER TABLE changing ALTER COLUMN x TYPE text", "INSERT INTO changing VALUES ('a')");
    assertThat(rowsInTheEnd(id)).isEqualTo("[{\"x\":\"1\"},{\"x\":\"a\"}]");
    assertThat(server().published(id).at("/data/table/columnsDefs/0/cellDataType").asText())
        .isEqualTo("text");
  }

  @Test
  default void columnThatWasRenamed_isSentUnderItsNewName() {
    change(
        "DROP TABLE IF EXISTS changing",
        "CREATE TABLE changing (a integer, b integer)",
        "INSERT INTO changing VALUES (1, 2)");
    String id = server().publish("SELECT * FROM changing");
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"a\":1,\"b\":2}]");
    change("ALTER TABLE changing RENAME COLUMN a TO c");
    assertThat(rowsInTheEnd(id)).isEqualTo("[{\"c\":1,\"b\":2}]");
    change("ALTER TABLE changing ADD COLUMN d integer");
    assertThat(rowsInTheEnd(id)).isEqualTo("[{\"c\":1,\"b\":2,\"d\":null}]");
    change("ALTER TABLE changing DROP COLUMN c");
    assertThat(rowsInTheEnd(id)).isEqualTo("[{\"b\":2,\"d\":null}]");
  }

  @Test
  default void columnThatIsGone_isAProblem_untilItIsBack() {
    change("DROP TABLE IF EXISTS changing", "CREATE TABLE changing (x integer, y integer)");
    String id = server().publish("SELECT x, y FROM changing");
    assertThat(server().askAgain(id, "").text()).isEqualTo("[]");
    change("ALTER TABLE changing DROP COLUMN y");
    Until.isTrue(
        () -> {
          assertThat(server().once(id, "").status()).isEqualTo(500);
          return !server().problemsNow().isEmpty();
        });
    assertThat(server().problemsNow().getFirst()).startsWith("the database says: ").contains("y");
    change("ALTER TABLE changing ADD COLUMN y integer");
    Until.isTrue(() -> server().problemsNow().isEmpty());
    assertThat(server().askAgain(id, "").text()).isEqualTo("[]");
  }

  @Test
  default void fileWrittenBeforeItsTable_isServedOnceTheTableIsThere() {
    change("DROP TABLE IF EXISTS changing");
    String id = server().put("SELECT x FROM changing");
    assertThat(server().problemsNow()).hasSize(1);
    assertThat(server().once(id, "").status()).isEqualTo(404);
    change("CREATE TABLE changing (x integer)", "INSERT INTO changing VALUES (7)");
    Until.isTrue(() -> server().once(id, "").status() == 200);
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"x\":7}]");
    assertThat(server().problemsNow()).isEmpty();
  }

  @Test
  default void tableThatIsMadeAnew_isReadWithoutAnError() {
    String sql = "SELECT x FROM changing";
    String[] tables = {
      "DROP TABLE IF EXISTS changing",
      "CREATE TABLE changing (x integer)",
      "INSERT INTO changing VALUES (1)"
    };
    change(tables);
    String id = server().publish(sql);
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"x\":1}]");
    change(tables);
    assertThat(server().askAgain(id, "").text()).isEqualTo("[{\"x\":1}]");
  }
}
