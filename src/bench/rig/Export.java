package rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * One large reply, read by one reader as fast as it comes.
 *
 * @param seconds from the request to the last byte
 * @param firstByte milliseconds from the request to the first byte
 * @param rows how many
 * @param bytes how many
 * @param server seconds of processor time of the server
 * @param postgres the same of PostgreSQL
 */
public record Export(
    double seconds, double firstByte, long rows, long bytes, double server, double postgres) {

  /** Asks for a path and reads the reply. */
  public static Export read(Server server, String path) throws Exception {
    Cell.settle(server);
    Usage before = Usage.now(server);
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      long start = System.nanoTime();
      OutputStream request = socket.getOutputStream();
      request.write(
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
              .formatted(path, server.port())
              .getBytes(StandardCharsets.US_ASCII));
      return read(socket.getInputStream(), start, server, before);
    }
  }

  private static Export read(InputStream reply, long start, Server server, Usage before)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    int n = reply.read(buffer);
    double firstByte = (System.nanoTime() - start) / 1e6;
    long rows = 0;
    long bytes = 0;
    for (; n >= 0; n = reply.read(buffer)) {
      bytes += n;
      for (int i = 0; i < n; i++) {
        rows += buffer[i] == '{' ? 1 : 0;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage used = Usage.now(server).since(before);
    return new Export(seconds, firstByte, rows, bytes, used.server() / 1e6, used.postgres() / 1e6);
  }

  /** The one of several that was in the middle by its time. */
  public static Export median(List<Export> rounds) {
    List<Export> sorted =
        rounds.stream().sorted(Comparator.comparingDouble(Export::seconds)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
