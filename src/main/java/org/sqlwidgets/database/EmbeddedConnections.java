package org.sqlwidgets.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens connections to the embedded database, and its file anew after a write that failed.
 *
 * <p>H2 gives up a file that it could not write, as on a full disk; its connections fail from then
 * on. What was committed is in the file, which is opened for reading until it can be written again.
 * The owner is the first in it, since some settings are made by the owner alone: without them NULL
 * would be sorted elsewhere.
 */
final class EmbeddedConnections implements AutoCloseable {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EmbeddedConnections.class);

  /** Those who change something try at most so often whether the file can be written again. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final String FOR_READING = ";ACCESS_MODE_DATA=r";

  /** SQLSTATE of a database that cannot be reached. */
  private static final String UNREACHABLE = "08001";

  private final H2Url url;
  private final DatasourceSettings owner;
  private Connection kept;
  private boolean readOnly;
  private long tried = System.nanoTime();

  /**
   * The connections to a database that is open.
   *
   * @param kept the owner's, which keeps it open
   */
  EmbeddedConnections(H2Url url, DatasourceSettings owner, Connection kept) {
    this.url = url;
    this.owner = owner;
    this.kept = kept;
  }

  /** The owner's connection, which keeps the database open. */
  synchronized Connection kept() {
    return kept;
  }

  /** Has a pool open its connections here, and drop those to a file that was given up. */
  PoolSettings in(PoolSettings pool, DatasourceSettings user) {
    pool.config().setDataSource(new Source(user));
    pool.config().setExceptionOverride(new GivenUp());
    return pool;
  }

  private synchronized Connection connect(DatasourceSettings user) throws SQLException {
    try {
      if (url.file().isPresent() && (isGivenUp() || isWorthATry(user))) {
        openAgain();
      }
      return join(user);
    } catch (SQLException e) {
      throw new SQLException(DriverMessage.of(e), UNREACHABLE, e);
    }
  }

  /**
   * A connection to the database that is open.
   *
   * <p>H2 finds it by its name, and forgets the name when an earlier database of that name, which
   * was given up, comes to its end late. Nobody can join it then, but its file is locked.
   */
  private Connection join(DatasourceSettings user) throws SQLException {
    try {
      return open(user, "");
    } catch (SQLException e) {
      if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || url.file().isEmpty()) {
        throw e;
      }
      LOG.debug("H2 has forgotten the database that is open, so it is opened again", e);
      openAgain();
      return open(user, "");
    }
  }

  private boolean isGivenUp() throws SQLException {
    return kept.isClosed()
        || (kept.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
            && session.getDatabase().getStore().getMvStore().isClosed());
  }

  private boolean isWorthATry(DatasourceSettings user) {
    return readOnly
        && !user.name().equals(DatabasePlan.WIDGETS)
        && System.nanoTime() - tried > REST.toNanos();
  }

  private static Connection open(DatasourceSettings user, String more) throws SQLException {
    return DriverManager.getConnection(
        DatabasePlan.url(user) + more, user.username(), user.password());
  }

  private void openAgain() throws SQLException {
    forget();
    try {
      kept = writable();
      readOnly = false;
      LOG.info("the embedded database {} is opened again, its file can be written", url.label());
    } catch (SQLException e) {
      forget();
      kept = open(owner, FOR_READING);
      if (!readOnly) {
        LOG.warn(
            "the embedded database {} cannot write its file, and takes no changes until it can: {}",
            url.label(),
            DriverMessage.of(e));
      }
      readOnly = true;
    }
    tried = System.nanoTime();
  }

  /** A connection to the file that has just been written. */
  private Connection writable() throws SQLException {
    Connection connection = open(owner, "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
      return connection;
    } catch (SQLException e) {
      kept = connection;
      throw e;
    }
  }

  /** Ends what is left of the database as it was, and unlocks its file. */
  private void forget() {
    try (Connection old = kept) {
      if (old.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
        session.getDatabase().shutdownImmediately();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("nothing is left of the database as it was", e);
    }
  }

  /** Closes the owner's connection, and with it the database. */
  @Override
  public synchronized void close() {
    try {
      kept.close();
    } catch (SQLException e) {
      LOG.warn("closing the embedded database: {}", e.getMessage());
    }
  }

  /** Finds the connections that are of no use any more. */
  private static final class GivenUp implements SQLExceptionOverride {
    private static final Set<Integer> CODES =
        Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.DATABASE_IS_READ_ONLY,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
      return CODES.contains(e.getErrorCode())
          ? SQLExceptionOverride.Override.MUST_EVICT
          : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
  }

  /** The connections of one user. */
  private final class Source implements DataSource {
    private final DatasourceSettings user;

    Source(DatasourceSettings user) {
      this.user = user;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return connect(user);
    }

    @Override
    public Connection getConnection(String name, String password) throws SQLException {
      return connect(user);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
