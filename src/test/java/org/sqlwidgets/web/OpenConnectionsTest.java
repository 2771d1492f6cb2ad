package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlwidgets.testing.LogLines;
import org.sqlwidgets.testing.TestServer;

/** Who opens connections and asks nothing. */
class OpenConnectionsTest {

  @Test
  void oneConnectionTooMany_isClosedAtOnce_andOtherAddressesAreServed() throws IOException {
    Map<String, Object> settings = Map.of("sql-widgets.connections.max", 6);
    List<Socket> silent = new ArrayList<>();
    try (TestServer server = TestServer.start(settings);
        LogLines log = new LogLines("org.sqlwidgets.web.OpenConnections")) {
      for (int i = 0; i < 3; i++) {
        silent.add(open(server, "127.0.0.2"));
        assertThat(status(silent.getLast())).isEqualTo("HTTP/1.1 200");
      }
      for (int i = 0; i < 3; i++) {
        try (Socket late = open(server, "127.0.0.2")) {
          assertThat(status(late)).isEmpty();
        }
      }
      assertThat(log.lines())
          .containsExactly(
              "3 connections are open, 3 of them from 127.0.0.2; more are closed at once"
                  + " (sql-widgets.connections.max is 6, half of it for one address)");
      assertThat(server.get("/prometheus").text().lines())
          .contains("sql_widgets_connections 4.0", "sql_widgets_connections_refused_total 3.0");
      silent.getFirst().close();
      assertThat(answered(server)).isTrue();
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  /** Whether nothing was asked, half of a request, or half of a body. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /agents.json HTTP/1.1\r\nHost: local",
        "POST /lookups HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{"
      })
  void silentConnection_isClosed(String begun) throws IOException {
    Map<String, Object> settings = Map.of("micronaut.server.idle-timeout", "1s");
    try (TestServer server = TestServer.start(settings);
        Socket silent = open(server, "127.0.0.1")) {
      silent.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      assertThat(silent.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void silence_isFiveMinutesLong() {
    try (ApplicationContext context = TestServer.unstarted(Map.of())) {
      assertThat(context.getBean(NettyHttpServerConfiguration.class).getIdleTimeout())
          .isEqualTo(Duration.ofMinutes(5));
    }
  }

  @Test
  void places_areCountedInAll_andForEachAddress() {
    OpenConnections places =
        new OpenConnections(
            new ConnectionsConfiguration(4),
            () -> {
              throw new AssertionError("nothing is connected here");
            });
    assertThat(places.enter("a")).isTrue();
    assertThat(places.enter("a")).isTrue();
    assertThat(places.enter("a")).as("half are for others").isFalse();
    assertThat(places.enter("b")).isTrue();
    assertThat(places.enter("c")).isTrue();
    assertThat(places.enter("d")).as("all are taken").isFalse();
    places.leave("a");
    assertThat(places.enter("d")).isTrue();
    assertThat(places.enter("a")).isFalse();
  }

  @Test
  void limitThatLetsNobodyIn_isRefused() {
    assertThatThrownBy(() -> new ConnectionsConfiguration(1))
        .hasMessage("sql-widgets.connections.max is 1; expected at least 2");
  }

  /** The place of a closed connection is free once the server has noticed. */
  private static boolean answered(TestServer server) throws IOException {
    for (int i = 0; i < 1000; i++) {
      try (Socket next = open(server, "127.0.0.2")) {
        if (!status(next).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Socket open(TestServer server, String from) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** What a request is answered with, and nothing where the connection is closed. */
  private static String status(Socket socket) {
    try {
      socket
          .getOutputStream()
          .write(
              "GET /agents.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}
