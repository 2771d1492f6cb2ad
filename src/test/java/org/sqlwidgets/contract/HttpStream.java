package org.sqlwidgets.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A reply that is read piece by piece, as fast or as slowly as a test wants. */
final class HttpStream implements AutoCloseable {
  private final HttpClient client;
  private final HttpResponse<InputStream> reply;

  private HttpStream(HttpClient client, HttpResponse<InputStream> reply) {
    this.client = client;
    this.reply = reply;
  }

  static HttpStream get(int port, String path) throws IOException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(uri(port, path)).build();
    try {
      return new HttpStream(client, client.send(request, BodyHandlers.ofInputStream()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Sends a request over a connection that the caller closes, and reads nothing. */
  static Socket request(int port, String path, String... headers) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    request.append("Host: localhost:").append(port).append("\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return send(socket, request.append("\r\n").toString());
  }

  /** The same with a body. */
  static Socket posted(int port, String path, String body) throws IOException {
    String request =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, port, body.length(), body);
    return send(new Socket(InetAddress.getByName("127.0.0.1"), port), request);
  }

  private static Socket send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  int status() {
    return reply.statusCode();
  }

  InputStream body() {
    return reply.body();
  }

  @Override
  public void close() throws IOException {
    reply.body().close();
    client.shutdownNow();
  }
}
