package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.PostgresServer;

class ReaderRightsIT extends ReaderRightsContract {

  private final PostgresServer.Database database = PostgresServer.newDatabase();

  @Override
  Databases open() {
    return TestDatabases.on(database, false);
  }

  @Override
  Connection plainReader() throws SQLException {
    Connection connection = database.asReader();
    try (Statement statement = connection.createStatement()) {
      // The role may switch its own default off; its rights must hold without it.
      statement.execute("SET default_transaction_read_only = off");
    }
    return connection;
  }

  @Override
  List<String> furtherRefused() {
    return List.of(
        "GRANT INSERT ON stock TO sql_widgets_reader",
        "WITH gone AS (DELETE FROM stock RETURNING *) SELECT * FROM gone",
        "SELECT * INTO mine FROM stock",
        "CREATE TEMPORARY TABLE mine (i integer)",
        "CREATE TEMPORARY VIEW mine AS SELECT 1 AS i",
        "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "SELECT * FROM stock FOR UPDATE",
        "SELECT * FROM stock FOR KEY SHARE",
        "LOCK TABLE stock IN ACCESS EXCLUSIVE MODE",
        "SELECT nextval('counter')",
        // several statements in one
        "SELECT 1; INSERT INTO stock VALUES (2, 'two')",
        "COMMIT; INSERT INTO stock VALUES (2, 'two')",
        "COMMIT; SET default_transaction_read_only = off; DELETE FROM stock",
        "SET TRANSACTION READ WRITE; DELETE FROM stock",
        // files and programs of the server
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT pg_read_binary_file('postgresql.conf')",
        "SELECT pg_ls_dir('.')",
        "SELECT pg_stat_file('postgresql.conf')",
        "COPY stock TO '/nowhere/written'",
        "COPY stock FROM PROGRAM 'true'",
        "SELECT lo_import('/nowhere')",
        "SELECT lo_export(1, '/nowhere/written')",
        // large objects
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT lo_put(1, 0, 'x')",
        "SELECT lo_open(1, 131072)",
        "SELECT lowrite(1, 'x')",
        // the server
        "CHECKPOINT",
        "SELECT pg_reload_conf()",
        "SELECT pg_rotate_logfile()",
        "SELECT pg_switch_wal()",
        "SELECT pg_stat_reset()",
        "SELECT pg_logical_emit_message(false, 'a', 'b')",
        // settings
        "ALTER SYSTEM SET work_mem = '1MB'",
        "ALTER ROLE sql_widgets_reader SET work_mem = '1MB'",
        "ALTER ROLE sql_widgets_reader PASSWORD 'x'",
        "ALTER ROLE sql_widgets_owner PASSWORD 'x'",
        "ALTER DATABASE postgres SET work_mem = '1MB'",
        "SELECT set_config('transaction_read_only', 'off', false)"
            + " FROM (SELECT count(*) FROM stock) AS s",
        "SET ROLE sql_widgets_owner",
        "SET SESSION AUTHORIZATION sql_widgets_owner",
        // other sessions
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
        // locks
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_lock(1)",
        "SELECT pg_advisory_lock_shared(1)",
        "SELECT pg_advisory_xact_lock(1)",
        "SELECT pg_try_advisory_xact_lock_shared(1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TEMPORARY TABLE mine (i integer)",
        "SELECT * FROM stock FOR UPDATE",
        "SELECT nextval('counter')",
        "SELECT lo_create(0)",
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "SELECT pg_cancel_backend(pg_backend_pid())",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_logical_emit_message(false, 'a', 'b')"
      })
  void function_withTheReadersRightsAlone_isDenied(String sql) throws SQLException {
    try (Connection connection = plainReader();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void transaction_isReadOnly() throws SQLException {
    assertThat(TestDatabases.read(databases, "SHOW transaction_read_only")).containsExactly("on");
  }

  @Test
  void settingOfTheSession_isGoneAfterTheRollback() throws SQLException {
    for (int i = 0; i < 2; i++) {
      assertThat(
              TestDatabases.read(
                  databases,
                  """
                  SELECT current_setting('work_mem') FROM (VALUES (1)) AS v
                  WHERE set_config('search_path', 'elsewhere', false) IS NOT NULL
                  """))
          .hasSize(1);
    }
    assertThat(TestDatabases.read(databases, "SELECT name FROM stock")).containsExactly("one");
  }

  @Test
  void idleConnection_isOutsideOfATransactionAndNamesTheProduct() throws SQLException {
    TestDatabases.read(databases, "SELECT 1");
    try (Connection administrator = database.asSuperuser()) {
      assertThat(
              TestDatabases.rows(
                  administrator,
                  """
                  SELECT DISTINCT state, application_name FROM pg_stat_activity
                  WHERE usename = 'sql_widgets_reader' AND datname = current_database()
                  """))
          .containsExactly("idle|sql-widgets");
    }
  }

  @Test
  void owner_mayTakeTheLocksOfMigrations() throws SQLException {
    try (Connection owner = database.asOwner()) {
      assertThat(TestDatabases.rows(owner, "SELECT pg_try_advisory_xact_lock(1)"))
          .containsExactly("t");
    }
  }
}
