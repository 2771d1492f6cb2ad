package org.sqlwidgets.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a borrower waits for a database that refuses, comes back soon or is slow. */
class ConnectionPoolTest {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final LateDriver driver = new LateDriver();

  @BeforeEach
  void register() throws SQLException {
    DriverManager.registerDriver(driver);
  }

  @AfterEach
  void deregister() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }

  @Test
  void databaseThatRefusesConnections_isToldLongBeforeTheTimeOut() {
    driver.refusesUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
    try (ConnectionPool pool = pool()) {
      long asked = System.nanoTime();
      assertThat(catchThrowable(pool::getConnection))
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessage("datasource late cannot connect: refused");
      assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }
  }

  @Test
  void databaseThatIsBackSoon_isWaitedFor() throws SQLException {
    driver.refusesUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    try (ConnectionPool pool = pool();
        Connection connection = pool.getConnection()) {
      assertThat(connection.isClosed()).isFalse();
    }
  }

  @Test
  void databaseThatIsSlowToConnect_isWaitedFor() throws SQLException {
    driver.answersAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
    try (ConnectionPool pool = pool();
        Connection connection = pool.getConnection()) {
      assertThat(connection.isClosed()).isFalse();
    }
  }

  private static ConnectionPool pool() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("late");
    config.setJdbcUrl(LateDriver.PREFIX + UUID.randomUUID());
    config.setUsername("sa");
    config.setPassword("");
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(TIMEOUT_MILLIS);
    config.setMinimumIdle(0);
    return new ConnectionPool(config, connection -> {});
  }

  /** Leads to H2, but not at once. */
  private static final class LateDriver implements Driver {
    static final String PREFIX = "jdbc:late:";

    volatile long refusesUntil = System.nanoTime();
    volatile long answersAt = System.nanoTime();

    @Override
    public boolean acceptsURL(String url) {
      return url.startsWith(PREFIX);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      if (System.nanoTime() < refusesUntil) {
        throw new SQLException("refused", "08001");
      }
      while (System.nanoTime() < answersAt) {
        Thread.onSpinWait();
      }
      return DriverManager.getConnection("jdbc:h2:mem:" + url.substring(PREFIX.length()), info);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }
}
