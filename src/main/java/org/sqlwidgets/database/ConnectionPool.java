package org.sqlwidgets.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections that answers at once while its database is known to be down.
 *
 * <p>Without that, each file of a folder and each request would wait for the whole time-out. After
 * a short rest the next caller tries again.
 */
final class ConnectionPool extends HikariDataSource {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

  /** Shorter than a poll, so that every poll may be the one that finds the database back. */
  static final Duration REST = Duration.ofMillis(900);

  /** What PostgreSQL itself says when it has no connection left. */
  private static final String ALL_IN_USE = "53300";

  private final PoolThreads threads;
  private static final int VALID_WITHIN = 2;

  private final Consumer<Connection> firstUse;
  private final LongSupplier nanoTime;
  private final AtomicBoolean used = new AtomicBoolean();
  private volatile @Nullable Outage outage;

  private record Outage(long since, SQLTransientConnectionException failure) {}

  /**
   * Makes the pool; connections come later.
   *
   * @param firstUse sees the first connection before its borrower does
   */
  ConnectionPool(HikariConfig config, Consumer<Connection> firstUse) {
    this(config, firstUse, System::nanoTime);
  }

  ConnectionPool(HikariConfig config, Consumer<Connection> firstUse, LongSupplier nanoTime) {
    this(config, firstUse, nanoTime, new PoolThreads());
  }

  private ConnectionPool(
      HikariConfig config,
      Consumer<Connection> firstUse,
      LongSupplier nanoTime,
      PoolThreads threads) {
    super(threads.of(config));
    this.threads = threads;
    this.firstUse = firstUse;
    this.nanoTime = nanoTime;
  }

  /**
   * Borrows a connection.
   *
   * @throws SQLTransientConnectionException when the database is down, with the driver's reason, or
   *     all connections are busy
   */
  @Override
  public Connection getConnection() throws SQLException {
    Outage known = outage;
    if (known != null && isResting(known)) {
      throw describe(known.failure());
    }
    try {
      if (known != null && isEmpty()) {
        probe();
      }
      Connection connection = super.getConnection();
      if (known != null) {
        outage = null;
        LOG.info("datasource {} is back", getPoolName());
      }
      if (!used.get() && used.compareAndSet(false, true)) {
        firstUse.accept(connection);
      }
      return connection;
    } catch (SQLTransientConnectionException e) {
      if (isEmpty()) {
        note(e);
        throw describe(e);
      }
      throw new SQLTransientConnectionException(e.getMessage(), ALL_IN_USE, e);
    }
  }

  /**
   * Finds out at once whether a database that was down is back. While it is down, the pool tries
   * more and more rarely; when it is back, the pool is made to try now.
   */
  private void probe() throws SQLTransientConnectionException {
    try (Connection connection = unpooled()) {
      LOG.debug("datasource {} answers {}", getPoolName(), connection);
      threads.wake();
    } catch (SQLException e) {
      throw new SQLTransientConnectionException(e.getMessage(), e.getSQLState(), e);
    }
  }

  /** Opens a connection that is none of the pool's, with autocommit, for its caller to close. */
  Connection unpooled() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(getDataSourceProperties());
    properties.setProperty("user", getUsername());
    properties.setProperty("password", getPassword());
    return DriverManager.getConnection(getJdbcUrl(), properties);
  }

  /** How busy it is. */
  PoolLoad load() {
    HikariPoolMXBean pool = getHikariPoolMXBean();
    return new PoolLoad(
        pool.getActiveConnections(),
        pool.getIdleConnections(),
        pool.getThreadsAwaitingConnection(),
        getMaximumPoolSize());
  }

  /** Whether the database answers; a pool that is lent out wholly is not asked for one more. */
  DatasourceState state() {
    PoolLoad load = load();
    if (load.active() >= load.max()) {
      return DatasourceState.BUSY;
    }
    try (Connection connection = getConnection()) {
      return connection.isValid(VALID_WITHIN) ? DatasourceState.UP : DatasourceState.DOWN;
    } catch (SQLException e) {
      LOG.debug("datasource {} is down", getPoolName(), e);
      return DatasourceState.DOWN;
    }
  }

  private boolean isResting(Outage known) {
    return isEmpty() && nanoTime.getAsLong() - known.since() < REST.toNanos();
  }

  private boolean isEmpty() {
    return getHikariPoolMXBean().getTotalConnections() == 0;
  }

  private void note(SQLTransientConnectionException failure) {
    if (outage == null) {
      LOG.warn(describe(failure).getMessage());
    }
    outage = new Outage(nanoTime.getAsLong(), failure);
  }

  /** One failure for each caller, with a trace of its own and the driver's words. */
  private SQLTransientConnectionException describe(SQLTransientConnectionException failure) {
    return new SQLTransientConnectionException(
        "datasource %s cannot connect: %s".formatted(getPoolName(), DriverMessage.of(failure)),
        failure.getSQLState(),
        failure);
  }
}
