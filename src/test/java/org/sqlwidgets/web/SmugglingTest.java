package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.testing.TestServer;

/**
 * What two programs could read as one request or as two gets one answer and ends the connection
 * (RFC 9112 §6.3, §11.2).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmugglingTest {
  private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final int PATIENCE_MILLIS = 10_000;

  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Arguments doubtful(String what, String headers, String rest) {
    return Arguments.of(what, "POST /nothing HTTP/1.1\r\nHost: localhost\r\n" + headers, rest);
  }

  static Stream<Arguments> doubtful() {
    return Stream.of(
        doubtful("length and chunks", "Content-Length: 5\r\n" + CHUNKED, "0\r\n\r\n" + HIDDEN),
        doubtful("chunks and length", CHUNKED + "Content-Length: 5\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("two lengths", "Content-Length: 0\r\nContent-Length: 5\r\n", HIDDEN),
        doubtful("two lengths in one line", "Content-Length: 0, 5\r\n", HIDDEN),
        doubtful("length with a sign", "Content-Length: +0\r\n", HIDDEN),
        doubtful("negative length", "Content-Length: -1\r\n", HIDDEN),
        doubtful("length in words", "Content-Length: 0x0\r\n", HIDDEN),
        doubtful("length too long", "Content-Length: 99999999999999999999\r\n", HIDDEN),
        doubtful("coding twice", CHUNKED + CHUNKED, "0\r\n\r\n" + HIDDEN),
        doubtful(
            "coding twice, differing",
            CHUNKED + "Transfer-Encoding: identity\r\n",
            "0\r\n\r\n" + HIDDEN),
        doubtful(
            "chunks not last", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("unknown coding", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("blank before the colon", "Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("blank in a name", "Transfer Encoding: chunked\r\n", HIDDEN),
        doubtful("vertical tab", "Transfer-Encoding: \u000bchunked\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("NUL", "Transfer-Encoding: chunked\0\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("folded coding", "Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n" + HIDDEN),
        doubtful("folded length", "Content-Length: 0\r\n 5\r\n", HIDDEN),
        doubtful("CR inside a header", "X: a\rContent-Length: 5\r\n", HIDDEN),
        doubtful("huge chunk", CHUNKED, "FFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n" + HIDDEN),
        doubtful("chunk that overflows", CHUNKED, "100000000\r\nx\r\n0\r\n\r\n" + HIDDEN),
        doubtful("negative chunk", CHUNKED, "-1\r\nx\r\n0\r\n\r\n" + HIDDEN),
        doubtful("chunk of 0x", CHUNKED, "0x1\r\nx\r\n0\r\n\r\n" + HIDDEN),
        doubtful("chunk without size", CHUNKED, "\r\nx\r\n0\r\n\r\n" + HIDDEN),
        doubtful("chunk longer than said", CHUNKED, "1\r\nxyz\r\n0\r\n\r\n" + HIDDEN),
        doubtful("chunk ends with LF", CHUNKED, "1\nx\n0\n\n" + HIDDEN),
        doubtful("extension with LF", CHUNKED, "1;a\nb\r\nx\r\n0\r\n\r\n" + HIDDEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doubtful")
  void doubtfulRequest_getsOneRefusal_andTheConnectionEnds(String what, String head, String rest)
      throws IOException {
    String answers = answers(head + "\r\n" + rest);
    assertThat(answers).startsWith("HTTP/1.1 4").doesNotContain("/hidden");
    assertThat(answers.split("HTTP/1.1 ", -1)).as(answers).hasSize(2);
  }

  static Stream<Arguments> clear() {
    return Stream.of(
        Arguments.of("GET with a body", "GET /agents.json", "Content-Length: 48\r\n", HIDDEN),
        Arguments.of(
            "extension of a chunk", "POST /nothing", CHUNKED, "1;a=b\r\nx\r\n0\r\nT: x\r\n\r\n"),
        Arguments.of("folded header", "GET /agents.json", "X: a\r\n b\r\n", ""),
        Arguments.of(
            "coding in capitals", "POST /nothing", "Transfer-Encoding: Chunked\r\n", "0\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clear")
  void clearRequest_getsOneAnswer(String what, String start, String headers, String body)
      throws IOException {
    String close = "Connection: close\r\n";
    String answers =
        answers(start + " HTTP/1.1\r\nHost: localhost\r\n" + close + headers + "\r\n" + body);
    assertThat(answers).startsWith("HTTP/1.1 ").doesNotContain("/hidden");
    assertThat(answers.split("HTTP/1.1 ", -1)).as(answers).hasSize(2);
  }

  /** All that the server sends until it ends the connection; a failure when it does not. */
  private String answers(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      StringBuilder answers = new StringBuilder();
      try {
        for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
          answers.append((char) c);
        }
      } catch (SocketTimeoutException e) {
        throw new AssertionError("the connection stays open after: " + answers, e);
      } catch (IOException e) {
        return answers.toString();
      }
      return answers.toString();
    }
  }
}
