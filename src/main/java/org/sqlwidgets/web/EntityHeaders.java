package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the request headers that choose among forms of a document (RFC 9110 §12.5.3, §13.1.2). */
final class EntityHeaders {
  private static final String GZIP = "gzip";

  private EntityHeaders() {}

  /**
   * Leaves a request one coding, gzip, or none: the framework would choose among several, Snappy
   * for a star, and a tag has to say which it is.
   */
  static void settleCoding(HttpRequest<?> request) {
    List<String> asked = request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING);
    if (asked.isEmpty()
        || (asked.size() == 1 && asked.getFirst().equals(GZIP))
        || !(request instanceof NettyHttpRequest<?> netty)) {
      return;
    }
    io.netty.handler.codec.http.HttpHeaders headers = netty.getNativeRequest().headers();
    if (takesGzip(String.join(",", asked))) {
      headers.set(HttpHeaderNames.ACCEPT_ENCODING, GZIP);
    } else {
      headers.remove(HttpHeaderNames.ACCEPT_ENCODING);
    }
  }

  /**
   * Tells whether a client takes gzip.
   *
   * @param acceptEncoding the {@code Accept-Encoding} header; null when the request has none
   */
  static boolean takesGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    if (acceptEncoding.equals(GZIP)) {
      return true;
    }
    boolean others = false;
    for (String item : acceptEncoding.split(",", -1)) {
      int parameters = item.indexOf(';');
      String coding = (parameters < 0 ? item : item.substring(0, parameters)).strip();
      boolean wanted = parameters < 0 || !isZero(item.substring(parameters + 1));
      if (coding.equalsIgnoreCase(GZIP) || coding.equalsIgnoreCase("x-gzip")) {
        return wanted;
      }
      others |= coding.equals("*") && wanted;
    }
    return others;
  }

  /** {@code q=0}, {@code q=0.0} and so on. */
  private static boolean isZero(String quality) {
    String text = quality.replace(" ", "");
    return text.regionMatches(true, 0, "q=0", 0, 3)
        && text.chars().skip(3).allMatch(c -> c == '0' || c == '.');
  }

  /**
   * Tells whether {@code If-None-Match} names a tag, alone, in a list, as weak tag or by "*".
   *
   * @param headers of the request
   * @param etag strong tag with its quotes
   */
  static boolean names(HttpHeaders headers, String etag) {
    String first = headers.get(HttpHeaders.IF_NONE_MATCH);
    if (first == null) {
      return false;
    }
    return first.equals(etag)
        || headers.getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(line -> names(line, etag));
  }

  /**
   * Tells whether one line of such a header names a tag. Tags may hold commas, but ours do not:
   * what stands between two commas is compared whole.
   */
  static boolean names(String line, String etag) {
    for (String item : line.split(",", -1)) {
      String tag = item.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }
}
