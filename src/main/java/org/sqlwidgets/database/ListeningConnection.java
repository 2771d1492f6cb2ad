package org.sqlwidgets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Notifications.Hearing;

/** Listens to the channels of one database on a thread of its own, as long as anybody wants to. */
final class ListeningConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ListeningConnection.class);

  /** How long a new channel waits until it is listened to. */
  private static final int LOOK_MILLIS = 100;

  private static final long TRUST_NANOS = 15_000_000_000L;
  private static final int ANSWER_SECONDS = 5;
  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 15_000;

  private final String datasource;
  private final Opener opener;
  private final Map<String, List<Runnable>> wanted = new HashMap<>();
  private @Nullable Thread thread;
  private long pause = FIRST_PAUSE;

  /** Opens the connection. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  ListeningConnection(String datasource, Opener opener) {
    this.datasource = datasource;
    this.opener = opener;
  }

  synchronized Hearing hear(String channel, Runnable heard) {
    if (!channel.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("not the name of a channel: " + channel);
    }
    wanted.computeIfAbsent(channel, name -> new ArrayList<>()).add(heard);
    if (thread == null) {
      thread = Thread.ofVirtual().name("notifications-" + datasource).start(this::run);
    }
    return () -> forget(channel, heard);
  }

  private synchronized void forget(String channel, Runnable heard) {
    List<Runnable> all = wanted.getOrDefault(channel, new ArrayList<>());
    all.remove(heard);
    if (all.isEmpty()) {
      wanted.remove(channel);
      notifyAll();
    }
  }

  @Override
  public synchronized void close() {
    wanted.clear();
    notifyAll();
  }

  private void run() {
    while (isWanted()) {
      try (Connection connection = opener.open()) {
        serve(connection);
      } catch (SQLException e) {
        lost(e);
      } catch (RuntimeException e) {
        LOG.error("listening on datasource {} failed", datasource, e);
        rest();
      }
    }
  }

  /** False once nobody listens any more; the thread then ends, and a later listener starts one. */
  private synchronized boolean isWanted() {
    if (wanted.isEmpty()) {
      thread = null;
    }
    return thread != null;
  }

  private synchronized Set<String> channels() {
    return Set.copyOf(wanted.keySet());
  }

  private void serve(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    Set<String> heard = new HashSet<>();
    long checked = System.nanoTime();
    for (Set<String> now = channels(); !now.isEmpty(); now = channels()) {
      adjust(connection, heard, now);
      for (PGNotification notification : postgres.getNotifications(LOOK_MILLIS)) {
        tell(notification.getName());
      }
      if (System.nanoTime() - checked > TRUST_NANOS) {
        checked = System.nanoTime();
        requireAnswer(connection);
      }
    }
  }

  /** Nothing is heard over a dead connection either. */
  private static void requireAnswer(Connection connection) throws SQLException {
    if (!connection.isValid(ANSWER_SECONDS)) {
      throw new SQLException("the connection is dead");
    }
  }

  /** Listens to what is new, and tells it: something may have been missed before. */
  private void adjust(Connection connection, Set<String> heard, Set<String> now)
      throws SQLException {
    if (heard.equals(now)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String channel : Set.copyOf(heard)) {
        if (!now.contains(channel)) {
          statement.execute("UNLISTEN \"" + channel + '"');
          heard.remove(channel);
        }
      }
      for (String channel : now) {
        if (heard.add(channel)) {
          statement.execute("LISTEN \"" + channel + '"');
          found();
          tell(channel);
        }
      }
    }
  }

  private void tell(String channel) {
    List<Runnable> listeners;
    synchronized (this) {
      listeners = List.copyOf(wanted.getOrDefault(channel, List.of()));
    }
    listeners.forEach(Runnable::run);
  }

  private void found() {
    if (pause > FIRST_PAUSE) {
      LOG.info("datasource {}: notifications are heard again", datasource);
    }
    pause = FIRST_PAUSE;
  }

  private void lost(SQLException e) {
    if (pause == FIRST_PAUSE) {
      LOG.warn(
          "datasource {}: no notifications are heard: {}; trying again",
          datasource,
          DriverMessage.of(e));
    }
    rest();
  }

  private synchronized void rest() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    try {
      for (long left = pause; left > 0 && !wanted.isEmpty(); ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
  }
}
