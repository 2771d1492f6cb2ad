package org.sqlwidgets.widget;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An absolute address of the web: http or https, a host, and nothing that a browser would run.
 *
 * @param uri the address, encoded as RFC 3986 asks
 */
public record WebAddress(URI uri) {
  private static final int LONGEST = 4000;
  private static final Set<String> YOUTUBE =
      Set.of(
          "youtube.com",
          "www.youtube.com",
          "m.youtube.com",
          "youtu.be",
          "www.youtube-nocookie.com");

  /** What the client takes as an endpoint as it is (rule R02, widgets.schema.json). */
  private static final Pattern ENDPOINT =
      Pattern.compile("https?://[^/?#{}\\s]+(/[^?#{}\\s]*[^/?#{}\\s])?");

  /** The address that a text is; empty when it is none, names a user, or has another scheme. */
  public static Optional<WebAddress> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(new URI(text.strip()).toASCIIString());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(new WebAddress(uri))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The whole address; a slash that is all of its path is left out, which says the same. */
  public String text() {
    String text = uri.toString();
    boolean bare = "/".equals(uri.getRawPath()) && text.endsWith("/");
    return bare ? text.substring(0, text.length() - 1) : text;
  }

  /** The name or number of the machine, in small letters. */
  public String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** True when the client can be given the address itself as a widget's endpoint. */
  public boolean isEndpoint() {
    return ENDPOINT.matcher(text()).matches();
  }

  /** True when a page that came encrypted may show it: browsers refuse http elsewhere. */
  public boolean isShownOnSecurePages() {
    boolean local = host().equals("localhost") || host().equals("127.0.0.1");
    return local || "https".equalsIgnoreCase(uri.getScheme());
  }

  /** True for an address of a video on YouTube. */
  public boolean isYoutube() {
    return YOUTUBE.contains(host());
  }
}
