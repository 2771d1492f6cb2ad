package org.sqlwidgets.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How lookups kept in the database are read, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookupCatalogContract {

  @TempDir static Path noWidgets;

  ApplicationContext context;
  LookupCatalog catalog;

  abstract Map<String, Object> settings();

  /** A connection of the owner, outside of the product. */
  abstract Connection owner() throws SQLException;

  @BeforeAll
  void start() {
    Map<String, Object> settings = new HashMap<>(settings());
    settings.put("sql-widgets.directory", noWidgets.toString());
    context = ApplicationContext.run(settings);
    catalog = context.getBean(LookupCatalog.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("DELETE FROM sql_widgets.lookup");
  }

  @Test
  void emptyTables_giveNone() {
    assertThat(catalog.snapshot()).isEqualTo(DatabaseLookups.NONE);
  }

  @Test
  void lookupWithQuery_keepsEveryColumn() throws SQLException {
    execute(
        """
        INSERT INTO sql_widgets.lookup (name, description, query, datasource, parent_param, enabled)
        VALUES ('symbols', 'All symbols', 'SELECT 1 AS value', 'risk', 'sector', TRUE)
        """);
    assertThat(catalog.snapshot().lookups())
        .containsExactly(
            new StoredLookup(
                "symbols", "All symbols", "SELECT 1 AS value", "risk", "sector", List.of()));
  }

  @Test
  void options_keepEveryColumn() throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup (name) VALUES ('regions')",
        """
        INSERT INTO sql_widgets.lookup_option
          (lookup, value, label, description, right_of_description, parent_value, position,
           is_default, enabled)
        VALUES ('regions', 'eu', 'Europe', 'The old one', '27', 'world', 1, TRUE, TRUE)
        """);
    assertThat(catalog.snapshot().lookups())
        .containsExactly(
            new StoredLookup(
                "regions",
                null,
                null,
                null,
                null,
                List.of(new StoredOption("eu", "Europe", "The old one", "27", "world", true))));
  }

  @Test
  void optionWithNothingButAValue_isItsOwnLabelAndNoDefault() throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup (name) VALUES ('regions')",
        "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('regions', 'eu')");
    assertThat(only().options())
        .containsExactly(new StoredOption("eu", "eu", null, null, null, false));
  }

  @Test
  void options_areOrderedByPositionThenLabelThenValue() throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup (name) VALUES ('regions')",
        """
        INSERT INTO sql_widgets.lookup_option (lookup, value, label, position) VALUES
          ('regions', 'd', 'd', NULL),
          ('regions', 'x', 'c', NULL),
          ('regions', 'a', NULL, NULL),
          ('regions', 'w', 'c', NULL),
          ('regions', 'z', 'z', 1),
          ('regions', 'y', 'y', 2)
        """);
    assertThat(only().options())
        .extracting(StoredOption::value)
        .containsExactly("z", "y", "a", "w", "x", "d");
  }

  @Test
  void lookups_areOrderedByName() throws SQLException {
    execute("INSERT INTO sql_widgets.lookup (name) VALUES ('b'), ('c'), ('a')");
    assertThat(catalog.snapshot().lookups())
        .extracting(StoredLookup::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void disabled_isLeftOutAndNullIsEnabled() throws SQLException {
    execute(
        """
        INSERT INTO sql_widgets.lookup (name, enabled)
        VALUES ('off', FALSE), ('on', TRUE), ('unsaid', NULL)
        """,
        """
        INSERT INTO sql_widgets.lookup_option (lookup, value, enabled)
        VALUES ('on', 'off', FALSE), ('on', 'on', TRUE), ('on', 'unsaid', NULL),
               ('off', 'a', TRUE)
        """);
    DatabaseLookups found = catalog.snapshot();
    assertThat(found.lookups()).extracting(StoredLookup::name).containsExactly("on", "unsaid");
    assertThat(found.disabled()).containsExactly("off");
    assertThat(found.lookups().getFirst().options())
        .extracting(StoredOption::value)
        .containsExactly("on", "unsaid");
  }

  @Test
  void lookupWithQueryAndOptions_isHandedOnWithBoth() throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup (name, query) VALUES ('both', 'SELECT 1 AS value')",
        "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('both', 'a')");
    assertThat(only().query()).isEqualTo("SELECT 1 AS value");
    assertThat(only().options()).hasSize(1);
  }

  @Test
  void snapshots_areEqualUntilARowChanges() throws SQLException {
    execute(
        "INSERT INTO sql_widgets.lookup (name) VALUES ('regions')",
        "INSERT INTO sql_widgets.lookup_option (lookup, value) VALUES ('regions', 'eu')");
    DatabaseLookups before = catalog.snapshot();
    assertThat(catalog.snapshot()).isEqualTo(before);
    execute("UPDATE sql_widgets.lookup_option SET label = 'Europe'");
    assertThat(catalog.snapshot()).isNotEqualTo(before);
    assertThat(only().options().getFirst().label()).isEqualTo("Europe");
  }

  private StoredLookup only() {
    List<StoredLookup> found = catalog.snapshot().lookups();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
