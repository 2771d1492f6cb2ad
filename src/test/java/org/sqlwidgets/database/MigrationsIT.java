package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.PostgresServer;

class MigrationsIT extends MigrationsContract {

  private static final String TABLES_COLUMNS_RIGHTS =
      """
      SELECT 'relation', n.nspname, c.relname, c.relkind::text, c.relacl::text, c.xmin::text
      FROM   pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      UNION ALL
      SELECT 'function', n.nspname, p.oid::regprocedure::text, '', p.proacl::text, p.xmin::text
      FROM   pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      UNION ALL
      SELECT 'type', n.nspname, t.typname, '', t.typacl::text, t.xmin::text
      FROM   pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      UNION ALL
      SELECT 'schema', nspname, '', '', nspacl::text, xmin::text FROM pg_namespace
      UNION ALL
      SELECT 'setting', setrole::text, setdatabase::text, setconfig::text, '', '' FROM pg_db_role_setting
      UNION ALL
      SELECT 'role', rolname, rolsuper::text, rolconnlimit::text, '', '' FROM pg_roles
      UNION ALL
      SELECT 'large object', oid::text, '', '', '', '' FROM pg_largeobject_metadata
      UNION ALL
      SELECT 'row', id::text, name, '', '', xmin::text FROM public.used
      ORDER BY 1, 2, 3, 4
      """;

  @Override
  Map<String, Object> settingsOfAUsedDatabase() {
    PostgresServer.Database database = PostgresServer.newDatabase();
    database.execute(
        "CREATE TABLE public.used (id integer, name text)",
        "GRANT SELECT ON used TO sql_widgets_owner");
    return database.settings();
  }

  @Test
  void onlyWidgetsGiven_leavesTheirDatabaseAsItWas() throws SQLException {
    PostgresServer.Database database = PostgresServer.newDatabase();
    database.execute(
        "CREATE TABLE public.used (id integer, name text)",
        "INSERT INTO used VALUES (1, 'one')",
        "DROP SCHEMA sql_widgets");
    Map<String, Object> settings = new HashMap<>(database.settings());
    settings.keySet().removeIf(key -> key.startsWith("datasources.default"));
    settings.put("datasources.default.url", "jdbc:h2:mem:only_widgets");

    List<String> before = everything(database);
    try (Databases databases = TestDatabases.open(settings, false)) {
      assertThat(databases.embedded()).isTrue();
      assertThat(databases.readerNames()).containsExactly("widgets");
      assertThat(databases.label("widgets")).isEqualTo(database.url());
      assertThat(TestDatabases.read(databases, "SELECT name FROM used")).containsExactly("one");
    }
    assertThat(everything(database)).isEqualTo(before).contains("row|1|one|||" + xmin(before));
  }

  private static String xmin(List<String> everything) {
    String row =
        everything.stream().filter(line -> line.startsWith("row|")).findFirst().orElseThrow();
    return row.substring(row.lastIndexOf('|') + 1);
  }

  private static List<String> everything(PostgresServer.Database database) throws SQLException {
    try (Connection administrator = database.asSuperuser()) {
      return new ArrayList<>(TestDatabases.rows(administrator, TABLES_COLUMNS_RIGHTS));
    }
  }

  @Test
  void ownerThatCannotConnect_isToldInOneSentence() {
    Map<String, Object> settings = new HashMap<>(PostgresServer.newDatabase().settings());
    settings.put("datasources.default.password", "wrong");
    settings.put("datasources.default.username", "nobody");
    assertThatThrownBy(() -> TestDatabases.open(settings, false))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "cannot connect to datasource default at %s: FATAL: password authentication failed for"
                + " user \"nobody\"; check datasources.default.url, username and password",
            settings.get("datasources.default.url"));
  }
}
