package org.sqlwidgets.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A WebSocket that reads and leaves when a test says so, not when it should (RFC 6455 §5). */
final class RawSocket implements AutoCloseable {
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  private final Socket socket;
  private final DataInputStream in;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Connects, and reads the head of the reply, byte for byte. */
  static RawSocket open(int port, String path) throws IOException {
    RawSocket raw =
        new RawSocket(
            HttpStream.request(
                port,
                path,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) raw.in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101 ")
        || !head.toString().contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")) {
      throw new IOException(head.toString());
    }
    return raw;
  }

  /** Sends a text of up to 125 bytes, masked with zeros. */
  void send(String text) throws IOException {
    frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says that it leaves. */
  void sayBye() throws IOException {
    frame(CLOSE, new byte[] {3, (byte) 0xE8});
  }

  private void frame(int kind, byte[] content) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(content.length + 6);
    frame.put((byte) (0x80 | kind)).put((byte) (0x80 | content.length)).putInt(0).put(content);
    socket.getOutputStream().write(frame.array());
  }

  /** The code of the close frame that ends what the server sends; null when there is none. */
  @Nullable Integer codeAtTheEnd() throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      byte[] content = new byte[length(in.readUnsignedByte())];
      in.readFully(content);
      if ((first & 15) == CLOSE) {
        return (int) ByteBuffer.wrap(content).getShort();
      }
    }
    return null;
  }

  private int length(int said) throws IOException {
    return switch (said) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> said;
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
