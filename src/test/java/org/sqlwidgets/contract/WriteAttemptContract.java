package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sqlwidgets.testing.HttpReply;

/** Whatever a widget's SQL or a request's values try to write, nothing changes. */
interface WriteAttemptContract extends Topic {

  /** Everything that an attempt could have changed. */
  record State(List<String> rows, List<String> tables, List<String> others) {}

  private State state() {
    TestedDatabase database = server().database();
    return new State(
        database.texts("SELECT concat(id, '|', name) FROM victim ORDER BY id"),
        database.texts(
            "SELECT concat(table_schema, '.', table_name) AS t FROM information_schema.tables"
                + " WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY t"),
        database.texts(
            database.pick(
                "SELECT base_value FROM information_schema.sequences"
                    + " WHERE sequence_name = 'counter'",
                "SELECT concat(last_value, '|', is_called, '|', (SELECT count(*) FROM"
                    + " pg_largeobject_metadata), '|', (SELECT count(*) FROM pg_locks WHERE"
                    + " locktype = 'advisory')) FROM counter")));
  }

  private void prepare() {
    server()
        .database()
        .execute(
            "DROP TABLE IF EXISTS victim",
            "CREATE TABLE victim (id integer, name varchar(50))",
            "INSERT INTO victim VALUES (1, 'one')",
            "DROP SEQUENCE IF EXISTS counter",
            "CREATE SEQUENCE counter",
            server()
                .database()
                .pick(
                    "CREATE ALIAS IF NOT EXISTS grab AS 'int grab(java.sql.Connection c) throws"
                        + " Exception { return c.createStatement().executeUpdate(\"DELETE FROM"
                        + " victim\"); }'",
                    "CREATE OR REPLACE FUNCTION grab() RETURNS integer LANGUAGE sql VOLATILE AS"
                        + " 'DELETE FROM victim RETURNING 1'"));
  }

  @TestFactory
  default Stream<DynamicTest> statementThatWrites_changesNothing() {
    prepare();
    List<String> attempts = new ArrayList<>(WriteAttempts.onBoth().toList());
    attempts.addAll(
        switch (server().database().dialect()) {
          case H2 -> WriteAttempts.onH2();
          case POSTGRESQL -> WriteAttempts.onPostgresql();
        });
    attempts.addAll(attempts.stream().map(sql -> sql.toLowerCase(Locale.ROOT)).toList());
    return attempts.stream().map(sql -> dynamicTest(sql, () -> attempt(sql)));
  }

  private void attempt(String sql) {
    State before = state();
    String id = server().put("-- ---\n-- timeout: 2s\n-- ---\n" + sql);
    HttpReply reply = server().once(id, "");
    assertThat(reply.status()).as(reply.text()).isGreaterThanOrEqualTo(400);
    assertThat(reply.json().path("detail").asText()).isNotEmpty();
    assertThat(state()).isEqualTo(before);
    assertThat(Path.of("target"))
        .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("attempt."));
    assertThat(Files.exists(Path.of("mine"))).isFalse();
  }

  @TestFactory
  default Stream<DynamicTest> hostileValue_isOnlyAValue() {
    prepare();
    return WriteAttempts.values().map(value -> dynamicTest(value, () -> comesBackAsItIs(value)));
  }

  private void comesBackAsItIs(String value) {
    State before = state();
    String id =
        server()
            .put(
                "SELECT CAST(:v AS text) AS v,"
                    + " (SELECT count(*) FROM victim WHERE name = :v) AS n");
    HttpReply reply = server().once(id, "v=" + ContractServer.encoded(value));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get(0).path("v").asText()).isEqualTo(value);
    assertThat(reply.json().get(0).path("n").asInt()).isZero();
    for (String type : List.of("integer", "date", "boolean", "uuid", "timestamp")) {
      String typed =
          server()
              .put(
                  "-- ---\n-- params:\n--   - { paramName: v, type: text, sqlType: "
                      + type
                      + " }\n-- ---\nSELECT count(*) AS n FROM victim WHERE CAST(:v AS "
                      + type
                      + ") IS NOT NULL");
      assertThat(server().once(typed, "v=" + ContractServer.encoded(value)).status())
          .as(type)
          .isEqualTo(422);
    }
    assertThat(state()).isEqualTo(before);
  }
}
