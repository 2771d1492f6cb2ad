package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Looks at a live grid over a real WebSocket, as the client does (contract §4.11). */
final class LiveClient implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 20;

  private final Inbox inbox = new Inbox();
  private final WebSocket socket;

  private LiveClient(int port, String path, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), inbox).join();
  }

  /** The last words of a connection. */
  record Bye(int code, String reason) {}

  /** What comes, whole messages. */
  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Bye> bye = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      parts.append(text);
      if (last) {
        messages.add(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      bye.complete(new Bye(code, reason));
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      bye.completeExceptionally(error);
    }
  }

  /** Connects without asking for anything. */
  static LiveClient open(int port, String path, String... headers) {
    return new LiveClient(port, path, headers);
  }

  /** Connects and asks for the rows with these values. */
  static LiveClient show(ContractServer server, String id, String params) {
    LiveClient client = open(server.http().port(), "/widgets/" + id + "/live");
    client.show(params);
    return client;
  }

  /** The status by which a handshake is refused. */
  static int refusal(int port, String path, String... headers) {
    try {
      open(port, path, headers).close();
      return 101;
    } catch (CompletionException e) {
      return ((java.net.http.WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  /** Asks for the rows with these values. */
  void show(String params) {
    send("{\"type\":\"params\",\"params\":" + params + "}");
  }

  /** Sends a text in one frame. */
  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** The connection itself. */
  WebSocket socket() {
    return socket;
  }

  /** The next message, waiting for it. */
  String next() {
    try {
      String message = inbox.messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing has come that was not asked for. */
  void isQuiet() {
    assertThat(inbox.messages).isEmpty();
  }

  /** How the server ended it, waiting for that. */
  Bye bye() {
    return inbox.bye.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** False once the server has ended it. */
  boolean isOpen() {
    return !inbox.bye.isDone();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket).join();
    socket.abort();
  }
}
