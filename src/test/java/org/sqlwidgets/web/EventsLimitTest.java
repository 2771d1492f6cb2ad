package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The limits of the streams by which pages follow changes. */
class EventsLimitTest {
  private static final String PATH = "/studio/api/events";

  @Test
  void oneStreamTooMany_is503_untilOneEnds() throws IOException {
    Map<String, Object> settings = Map.of("sql-widgets.events.max-streams-per-address", 1);
    try (TestServer server = TestServer.start(settings)) {
      try (Socket first = open(server)) {
        HttpReply reply = server.get(PATH);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("10");
        assertThat(reply.json().get("detail").textValue())
            .isEqualTo(
                "as many pages follow the changes of files as"
                    + " sql-widgets.events.max-streams-per-address allows; try again later");
        assertThat(first.isConnected()).isTrue();
      }
      OpenStreams streams = server.context().getBean(OpenStreams.class);
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (streams.count() > 0 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      try (Socket next = open(server)) {
        assertThat(next.isConnected()).isTrue();
      }
    }
  }

  /** A stream whose first event has come. */
  private static Socket open(TestServer server) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(20_000);
    String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("event: snapshot") < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).as(answer.toString()).isNotNegative();
      answer.append((char) next);
    }
    assertThat(answer).startsWith("HTTP/1.1 200");
    return socket;
  }

  @Test
  void streams_areCountedInAll_andForEachAddress() {
    OpenStreams streams = new OpenStreams(new EventsConfiguration(3, 2));
    Disposable first = streams.counted("a", Flux.never()).subscribe();
    Disposable second = streams.counted("a", Flux.never()).subscribe();
    assertThat(streams.fullBy("a")).contains("sql-widgets.events.max-streams-per-address");
    assertThat(streams.fullBy("b")).isEmpty();
    assertThat(streams.counted("a", Flux.never()).collectList().block()).isEmpty();
    Disposable third = streams.counted("b", Flux.never()).subscribe();
    assertThat(streams.fullBy("b")).contains("sql-widgets.events.max-streams");
    second.dispose();
    second.dispose();
    assertThat(streams.count()).isEqualTo(2);
    assertThat(streams.fullBy("a")).isEmpty();
    first.dispose();
    third.dispose();
    assertThat(streams.count()).isZero();
  }
}
