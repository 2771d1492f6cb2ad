package org.sqlwidgets.access;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The address from which a request comes; behind a proxy that of the proxy. */
public final class CallerAddress {
  private static final String UNKNOWN = "unknown";
  private static final int NETWORK_BYTES = 8;

  private CallerAddress() {}

  /** The address for records. */
  static String of(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    return address == null ? UNKNOWN : address.getHostAddress();
  }

  /** The address of a request for counting: of an IPv6 address its network. */
  public static String network(HttpRequest<?> request) {
    return network(request.getRemoteAddress());
  }

  /**
   * The address for counting: of an IPv6 address its network, since whoever has one has all of it.
   */
  public static String network(InetSocketAddress remote) {
    return switch (remote.getAddress()) {
      case null -> UNKNOWN;
      case Inet6Address six -> network(six);
      case InetAddress four -> four.getHostAddress();
    };
  }

  private static String network(Inet6Address address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the length is right", e);
    }
  }
}
