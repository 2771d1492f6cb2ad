package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the migrations and the example data must give on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExampleDataContract {

  private Connection connection;

  /** A database whose schema {@code public} already holds a table of somebody else. */
  abstract DataSource database() throws Exception;

  @BeforeAll
  void migrateAndLoad() throws Exception {
    DataSource database = database();
    connection = database.getConnection();
    execute("CREATE TABLE public.of_somebody_else (id integer)");
    flyway(database, "db/migration", "flyway_schema_history").migrate();
    execute("INSERT INTO sql_widgets.lookup (name, query) VALUES ('regions', 'SELECT 1 AS value')");
    flyway(database, "db/example", "example_history").migrate();
    ExampleData.load(connection);
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  private static Flyway flyway(DataSource database, String folder, String history) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:" + folder)
        .schemas("sql_widgets")
        .defaultSchema("sql_widgets")
        .createSchemas(true)
        .table(history)
        // The second history finds the tables of the first: they are its version 0.
        .baselineOnMigrate(history.equals("example_history"))
        .baselineVersion("0")
        .load();
  }

  @Test
  void everyTable_hasAsManyRowsAsItsFile() throws Exception {
    for (String table : ExampleData.tables()) {
      assertThat(one("SELECT count(*) FROM public." + table))
          .as(table)
          .isEqualTo(Integer.toString(linesAfterHeader(table)));
    }
  }

  @Test
  void values_areThoseOfTheFiles() throws SQLException {
    assertThat(
            rows(
                """
                SELECT close_usd FROM public.monthly_stock_prices
                WHERE symbol = 'AAPL' AND month = DATE '2010-03-01'
                """))
        .containsExactly("223.02");
    assertThat(
            rows(
                """
                SELECT unemployed_thousands, rate_percent FROM public.unemployment_by_industry
                WHERE industry = 'Wholesale and Retail Trade' AND month = DATE '2010-02-01'
                """))
        .containsExactly("2071|10.0");
    assertThat(
            rows(
                """
                SELECT account, receipts_thousands_usd FROM public.us_federal_receipts
                WHERE account_code = '814515' AND fiscal_year = 2000
                """))
        .containsExactly("Corporation Income Taxes, Hazardous Substance Superfund|3000");
    assertThat(
            rows(
                """
                SELECT country, population, region FROM public.country_health_income
                WHERE country LIKE 'Cote%'
                """))
        .containsExactly("Cote d'Ivoire|22701556|sub_saharan_africa");
  }

  @Test
  void sums_areThoseOfTheFiles() throws SQLException {
    assertThat(sum("close_usd", "monthly_stock_prices")).isEqualTo("56411.20");
    assertThat(sum("unemployed_thousands", "unemployment_by_industry")).isEqualTo("944327");
    assertThat(sum("receipts_thousands_usd", "us_federal_receipts")).isEqualTo("56869893000");
    assertThat(sum("population", "country_health_income")).isEqualTo("7309618600");
  }

  @Test
  void exampleLookups_areThereWithTheirOptions() throws SQLException {
    assertThat(
            rows(
                """
                SELECT l.name, count(o.value)
                FROM sql_widgets.lookup l LEFT JOIN sql_widgets.lookup_option o ON o.lookup = l.name
                GROUP BY l.name ORDER BY l.name
                """))
        .containsExactly("receipt_categories|0", "regions|0", "sector_industries|14");
  }

  @Test
  void lookupThatWasThereBefore_keepsItsQueryAndGetsNoOptions() throws SQLException {
    assertThat(one("SELECT query FROM sql_widgets.lookup WHERE name = 'regions'"))
        .isEqualTo("SELECT 1 AS value");
  }

  @Test
  void sameOptionUnderTheSameParent_isRefused() throws SQLException {
    addLookup("twice");
    addOption("twice", "'a'");
    addOption("twice", "'b'");
    addOption("twice", "NULL");
    assertThatThrownBy(() -> addOption("twice", "NULL"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    assertThat(optionsOf("twice")).isEqualTo("3");
    removeLookup("twice");
  }

  @Test
  void deletedLookup_takesItsOptionsAlong() throws SQLException {
    addLookup("short_lived");
    addOption("short_lived", "NULL");
    removeLookup("short_lived");
    assertThat(optionsOf("short_lived")).isEqualTo("0");
  }

  @Test
  void renamedLookup_keepsItsOptions() throws SQLException {
    addLookup("old_name");
    addOption("old_name", "NULL");
    execute("UPDATE sql_widgets.lookup SET name = 'new_name' WHERE name = 'old_name'");
    assertThat(optionsOf("new_name")).isEqualTo("1");
    removeLookup("new_name");
  }

  @Test
  void historyOfBothRuns_isInOurOwnSchema() throws SQLException {
    assertThat(
            rows(
                """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'sql_widgets' ORDER BY table_name
                """))
        .containsExactly(
            "action_log",
            "example_history",
            "flyway_schema_history",
            "lookup",
            "lookup_option",
            "option_change");
  }

  private static int linesAfterHeader(String table) throws IOException {
    return Files.readAllLines(Path.of("db/example/data", table + ".csv")).size() - 1;
  }

  private void addLookup(String name) throws SQLException {
    execute("INSERT INTO sql_widgets.lookup (name) VALUES ('%s')".formatted(name));
  }

  private void removeLookup(String name) throws SQLException {
    execute("DELETE FROM sql_widgets.lookup WHERE name = '%s'".formatted(name));
  }

  private void addOption(String lookup, String parent) throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup_option (lookup, value, parent_value) VALUES ('%s', 'x', %s)"
            .formatted(lookup, parent));
  }

  private String optionsOf(String lookup) throws SQLException {
    return one(
        "SELECT count(*) FROM sql_widgets.lookup_option WHERE lookup = '%s'".formatted(lookup));
  }

  private String sum(String column, String table) throws SQLException {
    return one("SELECT sum(%s) FROM public.%s".formatted(column, table));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(found.getString(i));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }
}
