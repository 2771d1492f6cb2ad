package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader may do on every database: SELECT, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReaderRightsContract {

  Databases databases;

  /** Our tables and the data, in one database. */
  abstract Databases open();

  /** Statements of this database only. */
  abstract List<String> furtherRefused();

  /** A connection with the reader's user and without the pool's settings. */
  abstract Connection plainReader() throws SQLException;

  @BeforeAll
  void openAndFill() throws SQLException {
    databases = open();
    TestDatabases.asOwner(
        databases,
        "CREATE TABLE public.stock (id integer PRIMARY KEY, name varchar(20))",
        "INSERT INTO public.stock VALUES (1, 'one')",
        "CREATE SEQUENCE public.counter",
        "INSERT INTO sql_widgets.lookup (name) VALUES ('regions')",
        "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('regions', 'a')");
  }

  @AfterAll
  void close() {
    databases.close();
  }

  List<String> refused() {
    return List.of(
        "INSERT INTO stock VALUES (2, 'two')",
        "UPDATE stock SET name = 'x'",
        "DELETE FROM stock",
        "TRUNCATE TABLE stock",
        "MERGE INTO stock USING (VALUES (1)) AS v(i) ON id = i WHEN MATCHED THEN DELETE",
        "DROP TABLE stock",
        "ALTER TABLE stock ADD COLUMN extra integer",
        "CREATE INDEX stock_name_ix ON stock (name)",
        "CREATE TABLE mine (i integer)",
        "CREATE VIEW mine AS SELECT 1 AS i",
        "CREATE SCHEMA mine",
        "CREATE SEQUENCE mine",
        "CREATE ROLE mine",
        "COMMENT ON TABLE stock IS 'x'",
        "ALTER SEQUENCE counter RESTART WITH 7",
        "INSERT INTO sql_widgets.lookup (name) VALUES ('x')",
        "UPDATE sql_widgets.lookup_option SET label = 'x'",
        "DELETE FROM sql_widgets.lookup",
        "DROP TABLE sql_widgets.lookup_option",
        "CREATE TABLE sql_widgets.mine (i integer)",
        "SELECT * FROM sql_widgets.action_log",
        "SELECT * FROM sql_widgets.option_change",
        "SELECT * FROM sql_widgets.flyway_schema_history");
  }

  @ParameterizedTest
  @MethodSource({"refused", "furtherRefused"})
  void statement_throughThePool_isRefusedAndChangesNothing(String sql) throws SQLException {
    try (Connection connection = databases.reader("widgets").getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> runAndRead(statement, sql)).isInstanceOf(SQLException.class);
    }
    assertUnchanged();
  }

  /** H2 makes a reader's rows, and asks for rights, when they are read. */
  private static void runAndRead(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      statement.getResultSet().next();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void statement_withTheReadersRightsAlone_isRefused(String sql) throws SQLException {
    try (Connection connection = plainReader();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getMessage()).containsAnyOf("rights", "denied", "must be owner"));
    }
    assertUnchanged();
  }

  void assertUnchanged() throws SQLException {
    try (Connection connection = databases.owner().getConnection()) {
      assertThat(TestDatabases.rows(connection, "SELECT id, name FROM stock"))
          .containsExactly("1|one");
      assertThat(
              TestDatabases.rows(
                  connection,
                  """
                  SELECT lookup, value, label FROM sql_widgets.lookup_option
                  """))
          .containsExactly("regions|a|null");
      assertThat(
              TestDatabases.rows(
                  connection,
                  """
                  SELECT table_schema, table_name FROM information_schema.tables
                  WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY 1, 2
                  """))
          .containsExactly(
              "public|stock",
              "sql_widgets|action_log",
              "sql_widgets|flyway_schema_history",
              "sql_widgets|lookup",
              "sql_widgets|lookup_option",
              "sql_widgets|option_change");
    }
  }

  @Test
  void tables_ofPublicAndTheTwoLookupTables_areReadable() throws SQLException {
    assertThat(TestDatabases.read(databases, "SELECT name FROM stock")).containsExactly("one");
    assertThat(TestDatabases.read(databases, "SELECT name FROM sql_widgets.lookup"))
        .containsExactly("regions");
    assertThat(TestDatabases.read(databases, "SELECT value FROM sql_widgets.lookup_option"))
        .containsExactly("a");
  }

  @Test
  void tableMadeLater_isReadable() throws SQLException {
    TestDatabases.asOwner(databases, "CREATE TABLE public.later (i integer)");
    assertThat(TestDatabases.read(databases, "SELECT * FROM later")).isEmpty();
    TestDatabases.asOwner(databases, "DROP TABLE public.later");
  }

  @Test
  void connection_hasAutocommitOff() throws SQLException {
    try (Connection connection = databases.reader("widgets").getConnection()) {
      assertThat(connection.getAutoCommit()).isFalse();
    }
  }
}
