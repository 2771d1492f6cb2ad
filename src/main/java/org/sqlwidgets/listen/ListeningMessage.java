package org.sqlwidgets.listen;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.access.ApiKeys;

/** Says in the log, once it listens, where and why there. */
@Singleton
final class ListeningMessage implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(ListeningMessage.class);

  private final NettyHttpServerConfiguration configuration;
  private final ApiKeys keys;

  ListeningMessage(NettyHttpServerConfiguration configuration, ApiKeys keys) {
    this.configuration = configuration;
    this.keys = keys;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    List<NettyListenerConfiguration> listeners = configuration.getListeners();
    String where = addresses(event.getSource(), listeners);
    boolean loopback = listeners.stream().allMatch(listener -> isLoopback(listener.getHost()));
    if (keys.required()) {
      LOG.info("Listening on {}: callers need an API key ({})", where, ApiKeys.SETTING);
    } else if (loopback) {
      LOG.info(
          "Listening on {}: this machine only, because there are no API keys ({})",
          where,
          ApiKeys.SETTING);
    } else {
      LOG.warn(
          "Listening on {}, as micronaut.server.host says, without API keys: whoever reaches this"
              + " address can read every widget; set {}",
          where,
          ApiKeys.SETTING);
    }
  }

  private static String addresses(
      EmbeddedServer server, List<NettyListenerConfiguration> listeners) {
    return listeners.stream()
        .map(listener -> address(server, listener.getHost()))
        .collect(Collectors.joining(" and "));
  }

  private static String address(EmbeddedServer server, @Nullable String host) {
    String scheme = server.getScheme();
    int port = server.getPort();
    if (host == null) {
      return "port %d of all addresses (%s)".formatted(port, scheme);
    }
    return "%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
  }

  private static boolean isLoopback(@Nullable String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
