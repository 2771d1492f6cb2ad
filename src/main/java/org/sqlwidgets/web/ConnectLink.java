package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sqlwidgets.access.PublicUrl;

/** The link that opens Workspace's connect dialog with this server filled in (contract §1.9). */
@Singleton
final class ConnectLink {
  static final String NAME = "SQL Widgets";

  private static final String DIALOG = "https://pro.openbb.co/app?modal=connect-backend";

  private final PublicUrl publicUrl;

  ConnectLink(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The link for an address of this server. */
  String of(String address) {
    return DIALOG + "&name=" + encoded(NAME) + "&url=" + encoded(address);
  }

  /** The address under which browsers know the server, or under which a request came. */
  String address(HttpRequest<?> request) {
    return publicUrl.address().orElseGet(() -> asked(request));
  }

  private static String asked(HttpRequest<?> request) {
    String scheme = request.isSecure() ? "https" : "http";
    return scheme
        + "://"
        + Optional.ofNullable(request.getHeaders().get("Host")).orElse("localhost");
  }

  /**
   * The same without a request: else the one that this machine's browsers reach; "all addresses" is
   * none that can be called.
   */
  String address(URI listening) {
    return publicUrl.address().orElseGet(() -> local(listening));
  }

  private static String local(URI listening) {
    String host = listening.getHost();
    boolean all = host.equals("0.0.0.0") || host.equals("[::]");
    return "%s://%s:%d"
        .formatted(listening.getScheme(), all ? "localhost" : host, listening.getPort());
  }

  /** The version of the program; {@code development} when it does not run from its jar. */
  static String version() {
    return Optional.ofNullable(ConnectLink.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
