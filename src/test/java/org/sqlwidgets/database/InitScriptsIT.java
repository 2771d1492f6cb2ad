package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.PostgresServer;

/** The scripts that make the roles, and the SQL that docs/databases.md gives instead of them. */
class InitScriptsIT {
  private static final Path OWNER = Path.of("db/init/10-owner.sql");
  private static final Path READER = Path.of("db/init/20-reader.sql");
  private static final Path PUBLIC = Path.of("db/init/30-public.sql");

  @ParameterizedTest
  @CsvSource({
    "db/init/10-owner.sql, SQL_WIDGETS_OWNER_PASSWORD",
    "db/init/20-reader.sql, SQL_WIDGETS_READER_PASSWORD"
  })
  void missingPassword_stopsTheScriptAndIsNamed(Path script, String variable) {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    assertThatThrownBy(() -> database.psql(script, Map.of()))
        .hasMessageContaining("ERROR: " + variable + " is not set");
  }

  @Test
  void passwordsAndNamesWithQuotes_areTakenLiterally() throws SQLException {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    Map<String, String> environment =
        Map.of(
            "SQL_WIDGETS_OWNER", "an \"owner\"",
            "SQL_WIDGETS_OWNER_PASSWORD", "o'; $$ \\ :\"x\"",
            "SQL_WIDGETS_READER", "a 'reader'",
            "SQL_WIDGETS_READER_PASSWORD", "r'$$");
    List.of(OWNER, READER, PUBLIC).forEach(script -> database.psql(script, environment));
    try (Connection owner = connect(database, "an \"owner\"", "o'; $$ \\ :\"x\"");
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE public.made_later (i integer)");
    }
    try (Connection reader = connect(database, "a 'reader'", "r'$$")) {
      assertThat(TestDatabases.rows(reader, "SELECT * FROM made_later")).isEmpty();
    }
  }

  @Test
  void secondRun_changesThePasswordAndReachesNewTables() throws SQLException {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    Map<String, String> first =
        Map.of("SQL_WIDGETS_READER", "twice", "SQL_WIDGETS_READER_PASSWORD", "first");
    database.psql(READER, first);
    database.execute(
        "CREATE ROLE stranger",
        "GRANT CREATE ON SCHEMA public TO stranger",
        "SET ROLE stranger",
        "CREATE TABLE public.of_stranger (i integer)",
        "RESET ROLE");
    try (Connection reader = connect(database, "twice", "first")) {
      assertThatThrownBy(() -> TestDatabases.rows(reader, "SELECT * FROM of_stranger"))
          .hasMessageContaining("permission denied");
    }
    database.psql(
        READER, Map.of("SQL_WIDGETS_READER", "twice", "SQL_WIDGETS_READER_PASSWORD", "second"));
    assertThatThrownBy(() -> connect(database, "twice", "first"))
        .hasMessageContaining("password authentication failed");
    try (Connection reader = connect(database, "twice", "second")) {
      assertThat(TestDatabases.rows(reader, "SELECT * FROM of_stranger")).isEmpty();
    }
  }

  @Test
  void superuser_isRefusedAsReader() {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    assertThatThrownBy(
            () ->
                database.psql(
                    READER,
                    Map.of("SQL_WIDGETS_READER", "postgres", "SQL_WIDGETS_READER_PASSWORD", "x")))
        .hasMessageContaining("role \"postgres\" is a superuser; a reader must not be one");
  }

  @Test
  void readerAlone_needsNoOwnerAndLeavesNoSchemaBehind() throws SQLException {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    Map<String, String> environment =
        Map.of(
            "SQL_WIDGETS_OWNER", "nobody",
            "SQL_WIDGETS_READER", "alone",
            "SQL_WIDGETS_READER_PASSWORD", "x");
    database.execute("CREATE TABLE public.mine (i integer)");
    database.psql(READER, environment);
    database.psql(PUBLIC, environment);
    try (Connection reader = connect(database, "alone", "x")) {
      assertThat(TestDatabases.rows(reader, "SELECT * FROM mine")).isEmpty();
      assertThat(
              TestDatabases.rows(
                  reader, "SELECT nspname FROM pg_namespace WHERE nspname = 'sql_widgets'"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO mine VALUES (1)",
        "CREATE TABLE other (i integer)",
        "CREATE TEMPORARY TABLE other (i integer)",
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "SELECT pg_advisory_lock(1)",
        "SELECT lo_create(0)"
      })
  void plainSqlOfTheDocs_makesAReaderThatMayOnlySelect(String refused)
      throws SQLException, IOException {
    PostgresServer.Database database = PostgresServer.newBareDatabase();
    String role = database.name() + "_reader";
    database.execute(
        "CREATE TABLE public.mine (i integer)",
        plainSqlOfTheDocs()
            .replace("sql_widgets_reader", role)
            .replace("DATABASE market", "DATABASE " + database.name()));
    try (Connection reader = connect(database, role, "choose one");
        Statement statement = reader.createStatement()) {
      assertThat(TestDatabases.rows(reader, "SELECT * FROM mine")).isEmpty();
      statement.execute("SET default_transaction_read_only = off");
      assertThatThrownBy(() -> statement.execute(refused))
          .hasMessageContaining("permission denied");
    }
  }

  private static String plainSqlOfTheDocs() throws IOException {
    String page = Files.readString(Path.of("docs/databases.md"));
    int start = page.indexOf("```sql\n") + "```sql\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  private static Connection connect(PostgresServer.Database database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(database.url(), user, password);
  }
}
