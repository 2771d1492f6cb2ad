package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Clients that begin to send a large body and take their time. */
class WholeBodyTest {
  private static final String LARGE = "{}" + " ".repeat(WholeBody.SMALL);
  private static final String HEAD =
      "POST /lookups HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  @Test
  void oneLargeBodyTooMany_is503_smallOnesAreRead_untilAnotherClientGoes() throws IOException {
    try (TestServer server = TestServer.start(Map.of())) {
      List<Socket> slow = new ArrayList<>();
      try {
        fillAndEmpty(server, slow);
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  private static void fillAndEmpty(TestServer server, List<Socket> slow) throws IOException {
    assertThat(server.post("/lookups", LARGE).status()).isEqualTo(422);
    for (int i = 0; i < WholeBody.MOST_LARGE; i++) {
      slow.add(begun(server));
    }
    HttpReply reply = awaited(server, 503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().path("detail").asText())
        .isEqualTo(
            "64 requests with bodies of more than 16384 bytes are on their way already; try again"
                + " shortly");
    assertThat(server.post("/lookups", "{}").status()).isEqualTo(422);
    assertThat(server.send("POST", "/lookups", "Content-Type: application/json").status())
        .isEqualTo(422);
    String chunked = HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
    assertThat(server.raw(chunked).status()).isEqualTo(503);
    slow.getFirst().close();
    assertThat(awaited(server, 422).status()).isEqualTo(422);
    assertThat(server.raw(chunked).status()).isEqualTo(422);
  }

  /** What a large body gets, once it is this; the server notices the others in its own time. */
  private static HttpReply awaited(TestServer server, int status) {
    HttpReply reply = server.post("/lookups", LARGE);
    for (int i = 0; i < 1000 && reply.status() != status; i++) {
      reply = server.post("/lookups", LARGE);
    }
    return reply;
  }

  private static Socket begun(TestServer server) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    String begin = HEAD + "Content-Length: " + LARGE.length() + "\r\n\r\n{";
    socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
