package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sqlwidgets.sql.SqlDialect;

/**
 * Opens a pool of connections for each role.
 *
 * <p>A value that the settings give stays; what protects the data cannot be set.
 */
final class Pools {
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(3);
  private static final int MOST_SECONDS = 600;
  private static final int OWNER_SIZE = 4;
  private static final int READER_SIZE = 8;
  private static final int WRITER_SIZE = 2;

  private Pools() {}

  /** The owner's pool; fails at once when the database cannot be reached. */
  static ConnectionPool owner(DatasourceSettings settings, PoolSettings pool) {
    HikariConfig config = config(settings, pool);
    pool.unlessGiven("maximum-pool-size", () -> config.setMaximumPoolSize(OWNER_SIZE));
    pool.unlessGiven("minimum-idle", () -> config.setMinimumIdle(1));
    if (DatabasePlan.dialect(settings) == SqlDialect.POSTGRESQL) {
      addParameter(config, "reWriteBatchedInserts", "true");
    }
    try {
      return new ConnectionPool(config, connection -> {});
    } catch (PoolInitializationException e) {
      throw new DatabaseStartException(
          "cannot connect to datasource %s at %s: %s; check %s, username and password"
              .formatted(
                  settings.name(),
                  DatabasePlan.withoutParameters(DatabasePlan.url(settings)),
                  DriverMessage.of(e),
                  settings.key("url")),
          e);
    }
  }

  /**
   * A reader's pool; opens its connections later, so that a database that is down does not keep the
   * server from starting.
   *
   * <p>Read-only is set once per connection: pgjdbc then sends {@code BEGIN READ ONLY} along with
   * the first query of each transaction. Autocommit is off, or read-only would mean nothing.
   */
  static ConnectionPool reader(DatasourceSettings settings, PoolSettings pool) {
    HikariConfig config = config(settings, pool);
    pool.unlessGiven("maximum-pool-size", () -> config.setMaximumPoolSize(READER_SIZE));
    pool.unlessGiven("minimum-idle", () -> config.setMinimumIdle(1));
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setIsolateInternalQueries(true);
    SqlDialect dialect = DatabasePlan.dialect(settings);
    if (dialect == SqlDialect.POSTGRESQL) {
      PostgresReader.configure(config, pool.zone());
    }
    return new ConnectionPool(
        config, connection -> AdministratorWarning.check(settings.name(), dialect, connection));
  }

  /**
   * A writer's pool; opens its connections later, too.
   *
   * <p>Autocommit is off, so that nothing stays which is not committed. Statements are not kept
   * prepared: there are few, and the tables may change between two.
   */
  static ConnectionPool writer(DatasourceSettings settings, PoolSettings pool) {
    HikariConfig config = config(settings, pool);
    pool.unlessGiven("maximum-pool-size", () -> config.setMaximumPoolSize(WRITER_SIZE));
    pool.unlessGiven("minimum-idle", () -> config.setMinimumIdle(0));
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.setIsolateInternalQueries(true);
    SqlDialect dialect = DatabasePlan.dialect(settings);
    if (dialect == SqlDialect.POSTGRESQL) {
      PostgresReader.configure(config, pool.zone());
      config.getDataSourceProperties().put("prepareThreshold", "0");
    }
    return new ConnectionPool(
        config, connection -> AdministratorWarning.check(settings.name(), dialect, connection));
  }

  private static HikariConfig config(DatasourceSettings settings, PoolSettings pool) {
    HikariConfig config = pool.config();
    config.setPoolName(settings.name());
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password());
    pool.unlessGiven(
        "connection-timeout", () -> config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis()));
    pool.unlessGiven(
        "validation-timeout", () -> config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis()));
    if (DatabasePlan.dialect(settings) == SqlDialect.POSTGRESQL) {
      postgresql(config);
    }
    return config;
  }

  /** What a server wants of its clients; assuming a version saves a round trip per connection. */
  private static void postgresql(HikariConfig config) {
    addParameter(config, "ApplicationName", "sql-widgets");
    addParameter(config, "tcpKeepAlive", "true");
    addParameter(config, "connectTimeout", "5");
    addParameter(config, "loginTimeout", seconds(config.getConnectionTimeout()));
    addParameter(config, "assumeMinServerVersion", "13");
  }

  /** The pool would let the driver have a second, since it waits in turns. */
  private static String seconds(long millis) {
    return String.valueOf(Math.clamp(TimeUnit.MILLISECONDS.toSeconds(millis), 1, MOST_SECONDS));
  }

  /** Parameters that are given, here or in the address, win. */
  private static void addParameter(HikariConfig config, String name, String value) {
    config.getDataSourceProperties().putIfAbsent(name, value);
  }
}
