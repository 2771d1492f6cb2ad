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

  /** How long the pool waits before it is looked whether waiting is of any use. */
  private static final Duration TURN = Duration.ofMillis(250);

  private static final String REFUSED = "08";

  /** What PostgreSQL itself says when it has no connection left. */
  private static final String ALL_IN_USE = "53300";

  private final PoolThreads threads;
  private static final int VALID_WITHIN = 2;

  private final Consumer<Connection> firstUse;
  private final LongSupplier nanoTime;
  private final Duration patience;
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
    this(
        config,
        firstUse,
        nanoTime,
        new PoolThreads(),
        Duration.ofMillis(config.getConnectionTimeout()));
  }

  private ConnectionPool(
      HikariConfig config,
      Consumer<Connection> firstUse,
      LongSupplier nanoTime,
      PoolThreads threads,
      Duration patience) {
    super(inTurns(threads.of(config)));
    this.threads = threads;
    this.patience = patience;
    this.firstUse = firstUse;
    this.nanoTime = nanoTime;
  }

  /** Has the pool itself wait for a moment only; {@link #borrow} waits for the rest. */
  private static HikariConfig inTurns(HikariConfig config) {
    config.setConnectionTimeout(TURN.toMillis());
    return config;
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
      Connection connection = borrow();
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
        throw describe(noted(e).failure());
      }
      throw new SQLTransientConnectionException(e.getMessage(), ALL_IN_USE, e);
    }
  }

  /**
   * Waits for a connection, but not for a database that refuses them.
   *
   * <p>Within one turn the pool tries five times, so that a database which is back soon is not told
   * as gone; what counts then is one more attempt. A database that is merely slow, or whose
   * connections are all lent out, refuses nothing.
   */
  private Connection borrow() throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException e) {
        if (isKnownToBeDown() || System.nanoTime() - end >= 0) {
          throw e;
        }
        if (isEmpty() && isRefusal(e)) {
          probe();
        }
      }
    }
  }

  /** Nobody listens there, or the network does not lead there (SQLSTATE class 08). */
  private static boolean isRefusal(SQLTransientConnectionException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(REFUSED);
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
    if (getDataSource() != null) {
      return getDataSource().getConnection();
    }
    Properties properties = new Properties();
    properties.putAll(getDataSourceProperties());
    properties.setProperty("user", getUsername());
    properties.setProperty("password", getPassword());
    return DriverManager.getConnection(getJdbcUrl(), properties);
  }

  /** How long a borrower waits for a connection. */
  Duration patience() {
    return patience;
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

  /** Whether somebody else has found out meanwhile. */
  private boolean isKnownToBeDown() {
    Outage known = outage;
    return known != null && isResting(known);
  }

  private boolean isResting(Outage known) {
    return isEmpty() && nanoTime.getAsLong() - known.since() < REST.toNanos();
  }

  private boolean isEmpty() {
    return getHikariPoolMXBean().getTotalConnections() == 0;
  }

  /** The outage that others have met meanwhile, or else one that begins with this failure. */
  private Outage noted(SQLTransientConnectionException failure) {
    Outage known = outage;
    if (known != null && isResting(known)) {
      return known;
    }
    if (known == null) {
      LOG.warn(describe(failure).getMessage());
    }
    Outage own = new Outage(nanoTime.getAsLong(), failure);
    outage = own;
    return own;
  }

  /** One failure for each caller, with a trace of its own and the driver's words. */
  private SQLTransientConnectionException describe(SQLTransientConnectionException failure) {
    return new SQLTransientConnectionException(
        "datasource %s cannot connect: %s".formatted(getPoolName(), DriverMessage.of(failure)),
        failure.getSQLState(),
        failure);
  }
}
