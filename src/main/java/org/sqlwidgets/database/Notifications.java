package org.sqlwidgets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Hears what PostgreSQL databases are told by {@code NOTIFY}, over one connection for each.
 *
 * <p>The connection is none of the pool's, is there only while somebody listens, and is opened
 * again when it is lost.
 */
public final class Notifications implements AutoCloseable {
  private final Opener opener;
  private final Map<String, ListeningConnection> connections = new HashMap<>();

  /** Opens a connection that stays with its owner. */
  @FunctionalInterface
  interface Opener {
    Connection open(String datasource) throws SQLException;
  }

  Notifications(Opener opener) {
    this.opener = opener;
  }

  /** What is listened to until it is closed. */
  public interface Hearing extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Listens to a channel; does not block.
   *
   * @param datasource a reader whose database is PostgreSQL
   * @param channel letters, digits and {@code _}
   * @param heard called at each notification, and whenever some may have been missed: when
   *     listening has begun and when the connection is back; must not block
   */
  public synchronized Hearing hear(String datasource, String channel, Runnable heard) {
    return connections
        .computeIfAbsent(datasource, name -> new ListeningConnection(name, () -> opener.open(name)))
        .hear(channel, heard);
  }

  /** Stops listening to everything. */
  @Override
  public synchronized void close() {
    connections.values().forEach(ListeningConnection::close);
    connections.clear();
  }
}
