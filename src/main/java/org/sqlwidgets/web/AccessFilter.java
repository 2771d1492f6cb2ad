package org.sqlwidgets.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.AllowedHosts;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.access.AuditLog;
import org.sqlwidgets.access.Caller;
import org.sqlwidgets.access.SignedAddresses;
import org.sqlwidgets.access.WrongKeys;
import org.sqlwidgets.ops.MetricsConfiguration;

/** Lets in who may call, before any route runs. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class AccessFilter {
  /** Longer addresses get 414; the decoder allows twice as much, so that we are asked. */
  static final int LONGEST_ADDRESS = 32 * 1024;

  /** Larger headers, all together, get 431; the decoder allows twice as much here, too. */
  static final int LARGEST_HEADERS = 32 * 1024;

  private static final Pattern SIGHTED =
      Pattern.compile(
          "/?|/health(/liveness|/readiness)?|/problems|/(widgets|apps|agents|templates)\\.json"
              + "|/(widgets|options|actions|studio)/.*");

  private final AllowedHosts hosts;
  private final ApiKeys keys;
  private final SignedAddresses signed;
  private final WrongKeys wrong;
  private final AuditLog audit;
  private final Gallery gallery;
  private final MetricsConfiguration metrics;
  private final String base;

  AccessFilter(
      AllowedHosts hosts,
      ApiKeys keys,
      SignedAddresses signed,
      WrongKeys wrong,
      AuditLog audit,
      Gallery gallery,
      MetricsConfiguration metrics,
      HttpServerConfiguration server) {
    this.metrics = metrics;
    this.hosts = hosts;
    this.keys = keys;
    this.signed = signed;
    this.wrong = wrong;
    this.audit = audit;
    this.gallery = gallery;
    base = server.getContextPath() == null ? "" : server.getContextPath();
  }

  /** The reply to those who stay outside; null lets the request in. */
  @RequestFilter
  @Nullable HttpResponse<?> refusal(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    String host = headers.get(HttpHeaders.HOST);
    if (!hosts.allows(host)) {
      return wrongHost(host, headers);
    }
    ApiKeys.Shown shown = keys.shownBy(request);
    HttpResponse<?> refusal =
        switch (shown) {
          case RIGHT -> null;
          case NONE -> noKey();
          case WRONG -> wrongKey(request);
        };
    if (refusal != null && !needsNoKey(request)) {
      return refusal;
    }
    HttpResponse<?> malformed = malformed(request, headers);
    return malformed != null || isThere(request)
        ? malformed
        : Errors.reply(
            HttpStatus.NOT_FOUND,
            "there is nothing at this address; the list of widgets is at /widgets.json");
  }

  /** For who sees a part only, there is nothing besides what {@link Sights} cuts down to it. */
  private boolean isThere(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    return needsNoKey(path)
        || keys.callerOf(request).sees().everything()
        || (path.startsWith(base) && SIGHTED.matcher(path.substring(base.length())).matches());
  }

  /** The server's state, the gallery's files, addresses that are their own key (contract §8.2). */
  private boolean needsNoKey(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    if (needsNoKey(path) || gallery.isAsked(request)) {
      return true;
    }
    Optional<Caller> caller =
        path.startsWith(base) ? signed.admit(path.substring(base.length())) : Optional.empty();
    caller.ifPresent(present -> ApiKeys.remember(request, present));
    return caller.isPresent();
  }

  private boolean needsNoKey(String path) {
    return path.equals(base + "/health")
        || path.equals(base + "/health/liveness")
        || path.equals(base + "/health/readiness")
        || (metrics.open() && path.equals(base + "/prometheus"));
  }

  private static @Nullable HttpResponse<?> malformed(HttpRequest<?> request, HttpHeaders headers) {
    if (headers.getAll(HttpHeaders.HOST).size() > 1
        || request.getUri().getRawPath().equals(MalformedAddresses.ADDRESS)) {
      return Errors.reply(HttpStatus.BAD_REQUEST, ErrorTexts.MALFORMED);
    }
    if (headers.getAll(HttpHeaders.TRANSFER_ENCODING).size() > 1) {
      // Where its body ends is read in two ways (RFC 9112 §6.3).
      return Errors.reply(HttpStatus.BAD_REQUEST, ErrorTexts.MALFORMED)
          .header(HttpHeaders.CONNECTION, "close");
    }
    if (addressLength(request) > LONGEST_ADDRESS) {
      return Errors.reply(HttpStatus.REQUEST_URI_TOO_LONG, ErrorTexts.LONG_ADDRESS);
    }
    if (headersSize(request) > LARGEST_HEADERS) {
      return Errors.reply(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, ErrorTexts.LARGE_HEADERS);
    }
    return hasPlainBody(headers)
        ? null
        : Errors.reply(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "compressed request bodies are not accepted");
  }

  private static HttpResponse<?> wrongHost(@Nullable String host, HttpHeaders headers) {
    if (headers.names().isEmpty()) {
      // What is left of a request whose address could not be read.
      return Errors.reply(HttpStatus.BAD_REQUEST, ErrorTexts.MALFORMED);
    }
    String asked = host == null ? "a request without a Host" : "the host \"%s\"".formatted(host);
    return Errors.reply(
        HttpStatus.FORBIDDEN,
        "%s is not allowed, only this machine itself (localhost, 127.0.0.1, [::1]) and names listed in %s; or set %s"
            .formatted(asked, AllowedHosts.SETTING, ApiKeys.SETTING));
  }

  private static HttpResponse<?> noKey() {
    return unauthorized(
        "an API key is needed, in the header X-API-KEY or as Authorization: Bearer");
  }

  /** Counted wherever it is shown, since some addresses say more to right keys. */
  private HttpResponse<?> wrongKey(HttpRequest<?> request) {
    WrongKeys.Verdict verdict = wrong.note(request);
    if (verdict.isNew()) {
      audit.refused(
          request, "login", "a wrong API key for " + SignedAddresses.forLogs(request.getPath()));
    }
    long seconds = verdict.pause().plusMillis(999).toSeconds();
    return seconds == 0
        ? unauthorized("the API key is not one of this server's keys")
        : Errors.reply(
                HttpStatus.TOO_MANY_REQUESTS,
                ("the API key is not one of this server's keys, and too many wrong ones came from"
                        + " this address; show the right one, or try again in %d s")
                    .formatted(seconds))
            .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  private static HttpResponse<?> unauthorized(String detail) {
    return Errors.reply(HttpStatus.UNAUTHORIZED, detail)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"SQL Widgets\"");
  }

  private static int addressLength(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
        ? netty.getNativeRequest().uri().length()
        : 0;
  }

  /** The characters of all lines, as HTTP/1.1 writes them. */
  private static int headersSize(HttpRequest<?> request) {
    int size = 0;
    if (request instanceof NettyHttpRequest<?> netty) {
      Iterator<Map.Entry<CharSequence, CharSequence>> headers =
          netty.getNativeRequest().headers().iteratorCharSequence();
      while (headers.hasNext()) {
        Map.Entry<CharSequence, CharSequence> header = headers.next();
        size += header.getKey().length() + ": ".length();
        size += header.getValue().length() + "\r\n".length();
      }
    }
    return size;
  }

  private static boolean hasPlainBody(HttpHeaders headers) {
    return isOrAbsent("identity", headers.get(HttpHeaders.CONTENT_ENCODING))
        && isOrAbsent("chunked", headers.get(HttpHeaders.TRANSFER_ENCODING));
  }

  private static boolean isOrAbsent(String expected, @Nullable String value) {
    return value == null || value.isBlank() || value.strip().equalsIgnoreCase(expected);
  }
}
