package org.sqlwidgets.listen;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.micronaut.http.ssl.ServerSslConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.ApiKeys;

/**
 * Chooses the sockets: this machine only without API keys, every address with them.
 *
 * <p>{@code micronaut.server.host} wins over both. Loopback means 127.0.0.1 and, where the machine
 * has it, [::1], because browsers take either for "localhost" (contract §8.4).
 */
@Singleton
final class Listeners implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
  private static final String IPV4_LOOPBACK = "127.0.0.1";
  private static final String IPV6_LOOPBACK = "::1";

  private final ApiKeys keys;
  private final boolean tls;

  Listeners(ApiKeys keys, TlsConfiguration tls, ServerSslConfiguration foreign) {
    if (foreign.isEnabled()) {
      throw new ConfigurationException(
          "micronaut.server.ssl is not used here, set sql-widgets.tls.certificate and"
              + " sql-widgets.tls.key to PEM files");
    }
    this.keys = keys;
    this.tls = tls.isSet();
  }

  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    NettyHttpServerConfiguration server = event.getBean();
    if (tls) {
      server.setHttpVersion(HttpVersion.HTTP_2_0);
    }
    if (server.getListeners() == null) {
      server.setListeners(
          listeners(
              server.getHost().orElse(null),
              server.getPort().orElse(NettyHttpServerConfiguration.DEFAULT_RANDOM_PORT)));
    }
    return server;
  }

  private List<NettyListenerConfiguration> listeners(@Nullable String host, int port) {
    if (host != null || keys.required()) {
      return List.of(listener(host, port));
    }
    List<NettyListenerConfiguration> loopback = new ArrayList<>();
    loopback.add(listener(IPV4_LOOPBACK, port));
    if (port > 0 && canBind(IPV6_LOOPBACK)) {
      loopback.add(listener(IPV6_LOOPBACK, port));
    }
    return loopback;
  }

  /** One socket; no host means all addresses. */
  private NettyListenerConfiguration listener(@Nullable String host, int port) {
    return NettyListenerConfiguration.createTcp(
        host, port, tls, tls ? TlsCertificate.NAME : null, null);
  }

  private static boolean canBind(String address) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
