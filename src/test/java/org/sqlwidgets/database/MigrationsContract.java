package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What starts do to the owner's database, on every database. */
abstract class MigrationsContract {

  /** The settings of a new database whose {@code public} is not empty. */
  abstract Map<String, Object> settingsOfAUsedDatabase() throws SQLException;

  @Test
  void product_isMadeBesideOtherTablesAndTwice() throws SQLException {
    Map<String, Object> settings = settingsOfAUsedDatabase();
    try (Databases first = TestDatabases.open(settings, false)) {
      assertThat(first.example()).isFalse();
      TestDatabases.asOwner(first, "INSERT INTO sql_widgets.lookup (name) VALUES ('kept')");
      try (Databases second = sameDatabase(first, settings, false)) {
        assertThat(tables(second))
            .containsExactly(
                "public|used",
                "sql_widgets|action_log",
                "sql_widgets|flyway_schema_history",
                "sql_widgets|lookup",
                "sql_widgets|lookup_option",
                "sql_widgets|option_change");
        assertThat(owned(second, "SELECT name FROM sql_widgets.lookup")).containsExactly("kept");
      }
    }
  }

  @Test
  void optionsOfAnOlderVersion_getNumbers() throws SQLException {
    Map<String, Object> settings = settingsOfAUsedDatabase();
    try (Databases first = TestDatabases.open(settings, false)) {
      TestDatabases.asOwner(first, "DROP TABLE sql_widgets.option_change");
      TestDatabases.asOwner(
          first, "ALTER TABLE sql_widgets.lookup_option DROP CONSTRAINT lookup_option_pk");
      TestDatabases.asOwner(first, "ALTER TABLE sql_widgets.lookup_option DROP COLUMN id");
      TestDatabases.asOwner(
          first, "DELETE FROM sql_widgets.flyway_schema_history WHERE version = '3'");
      TestDatabases.asOwner(first, "INSERT INTO sql_widgets.lookup (name) VALUES ('old')");
      TestDatabases.asOwner(
          first,
          "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('old', 'a'), ('old',"
              + " 'b')");
      try (Databases second = sameDatabase(first, settings, false)) {
        TestDatabases.asOwner(
            second, "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('old', 'c')");
        assertThat(owned(second, "SELECT DISTINCT id FROM sql_widgets.lookup_option")).hasSize(3);
      }
    }
  }

  @Test
  void example_isMadeOnceAndReadable() throws SQLException {
    Map<String, Object> settings = settingsOfAUsedDatabase();
    try (Databases first = TestDatabases.open(settings, true)) {
      assertThat(first.example()).isTrue();
      TestDatabases.asOwner(first, "DELETE FROM public.country_health_income WHERE country < 'B'");
      String left = "SELECT count(*) FROM country_health_income";
      List<String> counted = TestDatabases.read(first, left);
      try (Databases second = sameDatabase(first, settings, true)) {
        assertThat(TestDatabases.read(second, left)).isEqualTo(counted);
        assertThat(TestDatabases.read(second, "SELECT count(*) FROM monthly_stock_prices"))
            .containsExactly("560");
      }
    }
  }

  @Test
  void exampleSwitchedOnLater_joinsWhatIsThere() throws SQLException {
    Map<String, Object> settings = settingsOfAUsedDatabase();
    try (Databases first = TestDatabases.open(settings, false);
        Databases second = sameDatabase(first, settings, true)) {
      assertThat(tables(second))
          .contains("public|used", "public|monthly_stock_prices", "sql_widgets|example_history");
    }
  }

  @Test
  void exampleTableOfSomebodyElse_stopsTheStartAndStaysAsItIs() throws SQLException {
    Map<String, Object> settings = settingsOfAUsedDatabase();
    try (Databases first = TestDatabases.open(settings, false)) {
      TestDatabases.asOwner(first, "CREATE TABLE public.monthly_stock_prices (mine integer)");
      assertThatThrownBy(() -> sameDatabase(first, settings, true))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageMatching(
              "cannot load the example data into datasources.default: .*\"monthly_stock_prices\""
                  + " already exists; set sql-widgets.example=false to do without");
      assertThat(owned(first, "SELECT mine FROM monthly_stock_prices")).isEmpty();
    }
  }

  /** A second start while the first is open, which keeps a database in memory alive. */
  Databases sameDatabase(Databases first, Map<String, Object> settings, boolean example) {
    return TestDatabases.open(settings, example);
  }

  private static List<String> tables(Databases databases) throws SQLException {
    return owned(
        databases,
        """
        SELECT table_schema, table_name FROM information_schema.tables
        WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY 1, 2
        """);
  }

  private static List<String> owned(Databases databases, String sql) throws SQLException {
    try (Connection connection = databases.owner().getConnection()) {
      return TestDatabases.rows(connection, sql);
    }
  }
}
