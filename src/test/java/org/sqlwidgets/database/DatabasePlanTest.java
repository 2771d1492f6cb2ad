package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.sql.SqlDialect;

class DatabasePlanTest {
  private static final String POSTGRESQL = "jdbc:postgresql://127.0.0.1:5432/market";

  @Test
  void nothingGiven_isTheEmbeddedFileWithReaderAndExample() {
    DatabasePlan plan = plan();
    assertThat(plan.embedded().orElseThrow().database())
        .isEqualTo("jdbc:h2:file:./data/sql-widgets");
    assertThat(plan.widgetsOnEmbedded()).isTrue();
    assertThat(plan.readers()).isEmpty();
    assertThat(plan.example()).isTrue();
  }

  @Test
  void exampleGiven_isTakenAsItIs() {
    assertThat(DatabasePlan.of(Map.of(), example(false), ActionsConfiguration.OFF).example())
        .isFalse();
    assertThat(
            DatabasePlan.of(
                    given(datasource("widgets", POSTGRESQL)),
                    example(true),
                    ActionsConfiguration.OFF)
                .example())
        .isTrue();
  }

  @Test
  void onlyWidgetsGiven_keepsOurTablesOnTheEmbeddedDatabaseWithoutExample() {
    DatabasePlan plan = plan(datasource("widgets", POSTGRESQL));
    assertThat(plan.embedded()).isPresent();
    assertThat(plan.widgetsOnEmbedded()).isFalse();
    assertThat(plan.readers()).extracting(DatasourceSettings::name).containsExactly("widgets");
    assertThat(plan.example()).isFalse();
  }

  @Test
  void onlyFurtherReaderGiven_keepsWidgetsOnTheEmbeddedDatabase() {
    DatabasePlan plan = plan(datasource("risk", POSTGRESQL));
    assertThat(plan.widgetsOnEmbedded()).isTrue();
    assertThat(plan.readers()).extracting(DatasourceSettings::name).containsExactly("risk");
    assertThat(plan.example()).isFalse();
  }

  @Test
  void onlyDefaultGiven_namesTheMissingSetting() {
    assertThatThrownBy(() -> plan(datasource("default", POSTGRESQL)))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "datasources.widgets.url is not set; datasources.default owns the product's tables and"
                + " never runs a widget's query: set datasources.widgets.url, username and password"
                + " to a role that may only SELECT");
  }

  @Test
  void defaultAndFurtherReaderGiven_stillMissesWidgets() {
    assertThatThrownBy(
            () -> plan(datasource("default", POSTGRESQL), datasource("risk", POSTGRESQL)))
        .hasMessageStartingWith("datasources.widgets.url is not set");
  }

  @Test
  void bothGiven_useNoEmbeddedDatabase() {
    DatabasePlan plan = plan(datasource("default", POSTGRESQL), datasource("widgets", POSTGRESQL));
    assertThat(plan.embedded()).isEmpty();
    assertThat(plan.owner().url()).isEqualTo(POSTGRESQL);
    assertThat(plan.widgetsOnEmbedded()).isFalse();
    assertThat(plan.example()).isFalse();
  }

  @Test
  void defaultOnAnotherH2File_isTheEmbeddedDatabaseThere() {
    DatabasePlan plan = plan(datasource("default", "jdbc:h2:/srv/widgets"));
    assertThat(plan.embedded().orElseThrow().label()).isEqualTo("/srv/widgets");
    assertThat(plan.widgetsOnEmbedded()).isTrue();
    assertThat(plan.example()).isFalse();
  }

  @Test
  void defaultOnAnH2Server_needsWidgets() {
    assertThatThrownBy(() -> plan(datasource("default", "jdbc:h2:tcp://127.0.0.1/widgets")))
        .hasMessageStartingWith("datasources.widgets.url is not set");
  }

  @Test
  void blankUrl_isNotGiven() {
    DatabasePlan plan = plan(datasource("default", " "), datasource("widgets", ""));
    assertThat(plan.widgetsOnEmbedded()).isTrue();
    assertThat(plan.example()).isTrue();
  }

  @Test
  void usernameWithoutUrl_namesBothSettings() {
    assertThatThrownBy(() -> plan(new DatasourceSettings("widgets", null, "reader", "secret")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "datasources.widgets.username is set, but datasources.widgets.url is not; set the"
                + " address of the database too");
  }

  @Test
  void otherDatabase_isRefusedWithoutItsParameters() {
    assertThatThrownBy(() -> plan(datasource("widgets", "jdbc:mysql://db/x?password=secret")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "datasources.widgets.url is \"jdbc:mysql://db/x\"; expected an address that starts with"
                + " jdbc:postgresql: or jdbc:h2:");
  }

  @Test
  void memoryDatabaseWithoutName_isRefused() {
    assertThatThrownBy(() -> plan(datasource("default", "jdbc:h2:mem:")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "datasources.default.url is \"jdbc:h2:mem:\"; a database in memory needs a name, such"
                + " as jdbc:h2:mem:widgets");
  }

  @Test
  void dialect_followsTheAddress() {
    assertThat(DatabasePlan.dialect(datasource("a", POSTGRESQL))).isEqualTo(SqlDialect.POSTGRESQL);
    assertThat(DatabasePlan.dialect(datasource("a", "jdbc:h2:mem:a"))).isEqualTo(SqlDialect.H2);
  }

  @Test
  void text_neverHoldsThePassword() {
    assertThat(new DatasourceSettings("widgets", POSTGRESQL, "reader", "secret").toString())
        .doesNotContain("secret");
  }

  @Test
  void embeddedUrl_movesTheEmbeddedDatabaseAndIsNoDatasource() {
    DatabasePlan plan =
        DatabasePlan.of(
            Map.of(),
            new DatabaseConfiguration(null, "jdbc:h2:mem:elsewhere"),
            ActionsConfiguration.OFF);
    assertThat(plan.embedded().orElseThrow().label()).isEqualTo("mem:elsewhere");
    assertThat(plan.example()).isTrue();
  }

  @Test
  void embeddedUrlOfAnotherDatabase_isRefused() {
    assertThatThrownBy(
            () ->
                DatabasePlan.of(
                    Map.of(),
                    new DatabaseConfiguration(null, "jdbc:postgresql:a"),
                    ActionsConfiguration.OFF))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            "sql-widgets.embedded-url is \"jdbc:postgresql:a\"; expected a file or a database in"
                + " memory, such as jdbc:h2:file:./data/sql-widgets");
  }

  private static DatabaseConfiguration example(boolean example) {
    return new DatabaseConfiguration(example, DatabaseConfiguration.EMBEDDED_URL);
  }

  private static DatabasePlan plan(DatasourceSettings... given) {
    return DatabasePlan.of(given(given), DatabaseConfiguration.DEFAULTS, ActionsConfiguration.OFF);
  }

  private static Map<String, DatasourceSettings> given(DatasourceSettings... given) {
    return Arrays.stream(given)
        .collect(Collectors.toMap(DatasourceSettings::name, Function.identity()));
  }

  private static DatasourceSettings datasource(String name, String url) {
    return new DatasourceSettings(name, url, null, null);
  }
}
