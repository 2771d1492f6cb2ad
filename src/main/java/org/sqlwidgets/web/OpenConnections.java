package org.sqlwidgets.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.access.CallerAddress;
import org.sqlwidgets.ops.Traffic;

/**
 * Counts the connections that are open, and closes what is one too many at once.
 *
 * <p>A connection costs memory before anything is asked by it, and a stranger needs no key to open
 * one.
 */
@Singleton
final class OpenConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final ConnectionsConfiguration limits;
  private final BeanProvider<Traffic> traffic;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int all;
  private long told = System.nanoTime() - PAUSE;

  /** The traffic is asked for late, since this is made before all that it needs. */
  OpenConnections(ConnectionsConfiguration limits, BeanProvider<Traffic> traffic) {
    this.limits = limits;
    this.traffic = traffic;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    return EachConnection.of(event, this::admit);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // closed or not, nothing more is done with it
  private NettyServerCustomizer admit(Channel channel) {
    String address =
        channel.remoteAddress() instanceof InetSocketAddress remote
            ? CallerAddress.network(remote)
            : "unknown";
    Traffic counts = traffic.get();
    if (enter(address)) {
      tell(counts);
      channel.closeFuture().addListener(closed -> left(address, counts));
    } else {
      counts.refused();
      channel.close();
    }
    return EachConnection.NOTHING_MORE;
  }

  private void left(String address, Traffic counts) {
    leave(address);
    tell(counts);
  }

  private synchronized void tell(Traffic counts) {
    counts.connected(all);
  }

  /** Takes a place; false when there is none. */
  synchronized boolean enter(String address) {
    int there = byAddress.getOrDefault(address, 0);
    if (all >= limits.max() || there >= limits.maxPerAddress()) {
      log(address, there);
      return false;
    }
    all++;
    byAddress.put(address, there + 1);
    return true;
  }

  /** Gives a place back. */
  synchronized void leave(String address) {
    all--;
    byAddress.computeIfPresent(address, (key, there) -> there == 1 ? null : there - 1);
  }

  private void log(String address, int there) {
    long now = System.nanoTime();
    if (now - told >= PAUSE) {
      told = now;
      LOG.warn(
          "{} connections are open, {} of them from {}; more are closed at once"
              + " (sql-widgets.connections.max is {}, half of it for one address)",
          all,
          there,
          address,
          limits.max());
    }
  }
}
