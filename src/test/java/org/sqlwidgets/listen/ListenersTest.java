package org.sqlwidgets.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.TestServer;

/** Which sockets the settings give; nothing is opened. */
class ListenersTest {
  private static final Map<String, Object> KEYS = Map.of("sql-widgets.api-keys", "0123456789");

  @Test
  void withoutKeys_onlyThisMachineIsBound() {
    withServer(
        Map.of("micronaut.server.port", 7779),
        (server, hosts) -> {
          assertThat(hosts).first().isEqualTo("127.0.0.1");
          assertThat(hosts).isSubsetOf("127.0.0.1", "::1");
          assertThat(server.getListeners()).allMatch(listener -> listener.getPort() == 7779);
        });
  }

  @Test
  void randomPort_isBoundOnOneAddressOnly_becauseTwoWouldDiffer() {
    withServer(Map.of(), (server, hosts) -> assertThat(hosts).containsExactly("127.0.0.1"));
  }

  @Test
  void withKeys_allAddressesAreBound() {
    withServer(KEYS, (server, hosts) -> assertThat(hosts).containsOnlyNulls().hasSize(1));
  }

  @Test
  void explicitHost_wins() {
    withServer(
        Map.of("micronaut.server.host", "0.0.0.0"),
        (server, hosts) -> assertThat(hosts).containsExactly("0.0.0.0"));
    withServer(
        Map.of(
            "micronaut.server.host", "127.0.0.1",
            "sql-widgets.api-keys", "0123456789"),
        (server, hosts) -> assertThat(hosts).containsExactly("127.0.0.1"));
  }

  @Test
  void tls_isOnEveryListener_withHttp2() {
    withServer(
        Map.of(),
        (server, hosts) -> {
          assertThat(server.getListeners()).noneMatch(listener -> listener.isSsl());
          assertThat(server.getHttpVersion()).isEqualTo(HttpVersion.HTTP_1_1);
        });
    withServer(
        Map.of("sql-widgets.tls.certificate", "cert.pem", "sql-widgets.tls.key", "key.pem"),
        (server, hosts) -> {
          assertThat(server.getListeners()).allMatch(listener -> listener.isSsl());
          assertThat(server.getHttpVersion()).isEqualTo(HttpVersion.HTTP_2_0);
        });
  }

  @Test
  void limits_areSet() {
    withServer(
        Map.of(),
        (server, hosts) -> {
          assertThat(server.getMaxRequestSize()).isEqualTo(1 << 20);
          assertThat(server.getMaxRequestBufferSize()).isEqualTo(1 << 20);
          assertThat(server.getMaxInitialLineLength()).isEqualTo(64 << 10);
          assertThat(server.getMaxHeaderSize()).isEqualTo(64 << 10);
          assertThat(server.isRequestDecompressionEnabled()).isFalse();
          assertThat(server.getCompressionLevel()).isEqualTo(1);
          assertThat(server.getServerHeader()).isEmpty();
        });
  }

  private static void withServer(
      Map<String, Object> settings,
      BiConsumer<NettyHttpServerConfiguration, List<@Nullable String>> check) {
    try (ApplicationContext context = TestServer.unstarted(settings)) {
      NettyHttpServerConfiguration server = context.getBean(NettyHttpServerConfiguration.class);
      List<@Nullable String> hosts = new ArrayList<>();
      server.getListeners().forEach(listener -> hosts.add(listener.getHost()));
      check.accept(server, hosts);
    }
  }
}
