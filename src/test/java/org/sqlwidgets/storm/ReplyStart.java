package org.sqlwidgets.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request over HTTP/1.1 whose reply is read as bytes, as fast or as slowly as a test wants. */
final class ReplyStart implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PAUSE_NANOS = 10_000_000;

  private final Socket socket;
  private final InputStream in;
  private long sent = System.nanoTime();

  private ReplyStart(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  /** Sends the request and reads nothing. */
  static ReplyStart of(int port, String path) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new ReplyStart(socket);
  }

  /** The server's port. */
  int port() {
    return socket.getPort();
  }

  /** The status of its first line. */
  int status() throws IOException {
    return Integer.parseInt(
        new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9, 12));
  }

  /** What has come by now, for failures. */
  String start() {
    try {
      return new String(in.readNBytes(Math.min(2000, in.available())), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Reads some bytes; fewer only at the end. */
  int read(int bytes) throws IOException {
    return in.readNBytes(bytes).length;
  }

  /** Tells whether the server has ended the connection, by what becomes of bytes sent to it. */
  boolean isEnded() {
    if (System.nanoTime() - sent < PAUSE_NANOS) {
      return false;
    }
    sent = System.nanoTime();
    try {
      socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Reads to the end of the connection: the last bytes before it. */
  String lastBytes() {
    byte[] buffer = new byte[64 * 1024];
    String last = "";
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String now = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        last = (last + now).substring(Math.max(0, last.length() + now.length() - 16));
      }
    } catch (IOException e) {
      return last;
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
