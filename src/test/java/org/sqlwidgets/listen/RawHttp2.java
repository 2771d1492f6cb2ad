package org.sqlwidgets.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A connection over HTTP/2 that sends just the frames that a test wants (RFC 9113 §4.1). */
final class RawHttp2 implements AutoCloseable {
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final byte[] NOTHING = {};

  private final SSLSocket socket;
  private final DataOutputStream out;
  private final DataInputStream in;

  /**
   * A frame that came.
   *
   * @param type one of the numbers above, or another
   */
  record Frame(int type, ByteBuffer payload) {}

  private RawHttp2(SSLSocket socket) throws IOException {
    this.socket = socket;
    out = new DataOutputStream(socket.getOutputStream());
    in = new DataInputStream(socket.getInputStream());
  }

  /** Connects, and says that this is HTTP/2. */
  static RawHttp2 open(Certificates trusted, int port)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted.trust());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
    socket.setSoTimeout(20_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    RawHttp2 connection = new RawHttp2(socket);
    connection.out.write(PREFACE.getBytes(US_ASCII));
    connection.send(SETTINGS, 0, 0, NOTHING);
    return connection;
  }

  /** Sends one frame. */
  void send(int type, int flags, int stream, byte[] payload) throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  /** Asks for an address; that is all of the request. */
  void get(int stream, String path) throws IOException {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    headers.write(0x82); // :method GET
    headers.write(0x87); // :scheme https
    literal(headers, 4, path);
    literal(headers, 1, "localhost");
    send(HEADERS, 0x05, stream, headers.toByteArray());
  }

  /** A value for a name of the static table, not to be remembered (RFC 7541 §6.2.2). */
  private static void literal(ByteArrayOutputStream headers, int name, String value) {
    headers.write(name);
    headers.write(value.length());
    headers.writeBytes(value.getBytes(US_ASCII));
  }

  /** Gives up a request. */
  void reset(int stream) throws IOException {
    send(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
  }

  /** The next frame of a type; others are passed over. */
  Frame next(int type) throws IOException {
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int found = in.readUnsignedByte();
      in.skipNBytes(5);
      Frame frame = new Frame(found, ByteBuffer.wrap(in.readNBytes(length)));
      if (found == type) {
        return frame;
      }
    }
  }

  /** The settings that the server says, by their numbers (RFC 9113 §6.5.2). */
  Map<Integer, Integer> settings() throws IOException {
    Map<Integer, Integer> settings = new HashMap<>();
    ByteBuffer payload = next(SETTINGS).payload();
    while (payload.hasRemaining()) {
      settings.put((int) payload.getShort(), payload.getInt());
    }
    return settings;
  }

  /** Whether the server says that it ends the connection, or has ended it. */
  boolean isEnded() throws IOException {
    try {
      return next(GOAWAY).type() == GOAWAY;
    } catch (EOFException | SocketException e) {
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
