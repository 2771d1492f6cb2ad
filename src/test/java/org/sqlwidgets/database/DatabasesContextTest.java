package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.sql.SqlDialect;

/** The settings as the container hands them over, and the beans that come of them. */
class DatabasesContextTest {
  @TempDir static Path noWidgets;

  @Test
  void embeddedDatabase_hasAReaderAndNoExampleUnlessAsked() {
    try (ApplicationContext context = run(memory())) {
      Databases databases = context.getBean(Databases.class);
      assertThat(databases.embedded()).isTrue();
      assertThat(databases.example()).isFalse();
      assertThat(databases.readerNames()).containsExactly("widgets");
      assertThat(databases.dialect("widgets")).isEqualTo(SqlDialect.H2);
    }
  }

  @Test
  void exampleSetting_loadsTheData() throws SQLException {
    Map<String, Object> settings = memory();
    settings.put("sql-widgets.example", "true");
    try (ApplicationContext context = run(settings)) {
      Databases databases = context.getBean(Databases.class);
      assertThat(databases.example()).isTrue();
      assertThat(TestDatabases.read(databases, "SELECT count(*) FROM country_health_income"))
          .containsExactly("187");
    }
  }

  @Test
  void furtherDatasources_areReadersAndNoBeans() {
    Map<String, Object> settings = memory();
    settings.put("datasources.risk.url", "jdbc:postgresql://127.0.0.1:1/risk?user=x&password=y");
    try (ApplicationContext context = run(settings)) {
      Databases databases = context.getBean(Databases.class);
      assertThat(databases.readerNames()).containsExactly("widgets", "risk");
      assertThat(databases.dialect("risk")).isEqualTo(SqlDialect.POSTGRESQL);
      assertThat(databases.label("risk")).isEqualTo("jdbc:postgresql://127.0.0.1:1/risk");
      assertThat(context.getBeansOfType(DataSource.class)).hasSize(1);
    }
  }

  @Test
  void unknownReader_isRefusedWithTheKnownOnes() {
    try (ApplicationContext context = run(memory())) {
      Databases databases = context.getBean(Databases.class);
      assertThat(catchThrowable(() -> databases.reader("default")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no datasource \"default\" for queries; there are [widgets]");
    }
  }

  @Test
  void environmentVariables_areTheSameSettings() throws SQLException {
    Map<String, Object> variables = new HashMap<>();
    variables.put("DATASOURCES_DEFAULT_URL", memory().get("datasources.default.url"));
    variables.put("DATASOURCES_WIDGETS_URL", "jdbc:postgresql://127.0.0.1:1/market");
    variables.put("DATASOURCES_WIDGETS_USERNAME", "reader");
    variables.put("DATASOURCES_WIDGETS_PASSWORD", "secret");
    variables.put("DATASOURCES_WIDGETS_MAXIMUM_POOL_SIZE", "3");
    variables.put("SQL_WIDGETS_EXAMPLE", "true");
    variables.put("SQL_WIDGETS_DIRECTORY", noWidgets.toString());
    try (ApplicationContext context =
        ApplicationContext.builder()
            .propertySources(
                PropertySource.of(
                    "variables",
                    variables,
                    PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("test")))
            .start()) {
      Databases databases = context.getBean(Databases.class);
      assertThat(databases.readerNames()).containsExactly("widgets");
      assertThat(databases.example()).isTrue();
      HikariDataSource pool = (HikariDataSource) databases.reader("widgets");
      assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
      assertThat(pool.getCredentials().getUsername()).isEqualTo("reader");
      assertThat(pool.getCredentials().getPassword()).isEqualTo("secret");
    }
  }

  @Test
  void readerPool_keepsWhatProtectsTheDataWhateverTheSettingsSay() {
    Map<String, Object> settings = memory();
    settings.put("datasources.widgets.auto-commit", true);
    settings.put("datasources.widgets.read-only", false);
    settings.put("datasources.widgets.minimum-idle", 2);
    settings.put("datasources.widgets.connection-timeout", 1500);
    try (ApplicationContext context = run(settings)) {
      ConnectionPool pool = (ConnectionPool) context.getBean(Databases.class).reader("widgets");
      assertThat(pool.isAutoCommit()).isFalse();
      assertThat(pool.isReadOnly()).isTrue();
      assertThat(pool.getMinimumIdle()).isEqualTo(2);
      assertThat(pool.patience()).hasMillis(1500);
    }
  }

  @Test
  void readerPool_withoutSettings_hasOurDefaults() {
    try (ApplicationContext context = run(memory())) {
      ConnectionPool pool = (ConnectionPool) context.getBean(Databases.class).reader("widgets");
      assertThat(pool.getPoolName()).isEqualTo("widgets");
      assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
      assertThat(pool.getMinimumIdle()).isEqualTo(1);
      assertThat(pool.patience()).hasMillis(5000);
      assertThat(pool.getValidationTimeout()).isEqualTo(3000);
    }
  }

  @Test
  void settingsThatDoNotFit_stopTheStartWithOurSentence() {
    Throwable thrown =
        catchThrowable(() -> run(Map.of("datasources.default.url", "jdbc:postgresql://db/x")));
    assertThat(thrown)
        .extracting(DatabasesContextTest::startException, InstanceOfAssertFactories.THROWABLE)
        .hasMessageStartingWith("datasources.widgets.url is not set");
  }

  @Test
  void closedContext_closesThePools() {
    HikariDataSource pool;
    try (ApplicationContext context = run(memory())) {
      pool = (HikariDataSource) context.getBean(Databases.class).reader("widgets");
      assertThat(pool.isClosed()).isFalse();
    }
    assertThat(pool.isClosed()).isTrue();
  }

  @Test
  void borrowedConnection_isGivenBack() throws SQLException {
    try (ApplicationContext context = run(memory())) {
      HikariDataSource pool = (HikariDataSource) context.getBean(Databases.class).reader("widgets");
      try (Connection connection = pool.getConnection()) {
        assertThat(TestDatabases.rows(connection, "SELECT 1")).containsExactly("1");
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
      }
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  private static Throwable startException(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof DatabaseStartException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static ApplicationContext run(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("sql-widgets.directory", noWidgets.toString());
    return ApplicationContext.run(all);
  }

  private static Map<String, Object> memory() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("datasources.default.url", "jdbc:h2:mem:" + UUID.randomUUID());
    return settings;
  }
}
