package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** Sends hostile requests over few connections, and holds every reply to what all must be. */
final class HostileClient implements AutoCloseable {
  /** What no reply says of the inside, unless the request has said it. */
  private static final List<String> INSIDE =
      List.of(
          "SELECT",
          "select ",
          "victim",
          "java.",
          "org.",
          "jdbc",
          "SQLSTATE",
          "Exception",
          "ERROR:",
          "syntax",
          "column \"",
          "relation \"",
          "micronaut",
          "postgres",
          "H2 ");

  private final int port;
  private HttpConnection connection;

  HostileClient(int port) {
    this.port = port;
    connection = HttpConnection.to(port);
  }

  HttpReply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  HttpReply post(String path, String json) {
    return send("POST", path, json, "Content-Type: application/json");
  }

  /** Sends a request whose body goes out as UTF-8. */
  HttpReply send(String method, String path, String body, String... headers) {
    return sendBytes(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends a request. */
  HttpReply sendBytes(String method, String path, byte[] body, String... headers) {
    StringBuilder request = new StringBuilder(method).append(' ').append(path);
    request.append(" HTTP/1.1\r\nHost: localhost\r\n");
    List.of(headers).forEach(header -> request.append(header).append("\r\n"));
    request.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    String sent = request + new String(body, StandardCharsets.ISO_8859_1);
    return judged(exchange(sent), sent + URLDecoder.decode(path, StandardCharsets.UTF_8));
  }

  /** Sends characters as bytes, over a connection of their own when they may end it. */
  HttpReply exchange(String request) {
    HttpReply reply = connection.exchange(request);
    if ("close".equals(reply.header("Connection"))) {
      connection.close();
      connection = HttpConnection.to(port);
    }
    return reply;
  }

  private static HttpReply judged(HttpReply reply, String request) {
    assertThat(reply.status()).as(reply.text()).isLessThan(500);
    if (reply.status() >= 400) {
      assertThat(ReplyJudge.errorFailures(reply.body()))
          .as(reply.text())
          .allMatch(failure -> failure.contains("leaks"));
      assertThat(INSIDE)
          .as(reply.text())
          .noneMatch(word -> reply.text().contains(word) && !request.contains(word));
    }
    return reply;
  }

  @Override
  public void close() {
    connection.close();
  }
}
