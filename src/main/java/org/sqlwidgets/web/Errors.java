package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.access.SignedAddresses;
import org.sqlwidgets.openbb.ErrorJson;

/** Error replies: a status and one sentence as JSON (contract §7). */
final class Errors {
  /** Names the failed request in the reply, as the log does. */
  static final String REQUEST_ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  /**
   * An error reply.
   *
   * @param status never 204, which the client takes for a failure of its own
   * @param detail one sentence for the person at the screen; no SQL, no driver text, no class names
   */
  static MutableHttpResponse<byte[]> reply(HttpStatus status, String detail) {
    return write(io.micronaut.http.HttpResponse.status(status), detail);
  }

  /**
   * The reply to a failure that nobody foresaw; the failure itself goes to the log only.
   *
   * @param method of the request
   * @param path of the request, without its query
   * @param failure what was thrown
   */
  static MutableHttpResponse<byte[]> unexpected(String method, String path, Throwable failure) {
    String id = "%08x".formatted(ThreadLocalRandom.current().nextInt());
    LOG.error("request {} failed: {} {}", id, method, SignedAddresses.forLogs(path), failure);
    return reply(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "something went wrong on the server; its log says what, under the id " + id)
        .header(REQUEST_ID, id);
  }

  /** Makes a reply that already has a status and headers an error reply. */
  static MutableHttpResponse<byte[]> write(MutableHttpResponse<?> reply, String detail) {
    byte[] body = ErrorJson.of(detail);
    return reply
        .body(body)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .contentLength(body.length)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
