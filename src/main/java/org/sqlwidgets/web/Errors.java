package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.access.SignedAddresses;
import org.sqlwidgets.openbb.ErrorJson;

/** Error replies: a status and one sentence as JSON (contract §7). */
final class Errors {
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
   * @param request told to the log without its query
   * @param failure what was thrown
   */
  static MutableHttpResponse<byte[]> unexpected(HttpRequest<?> request, Throwable failure) {
    String id = RequestId.of(request);
    RequestId.named(
        id,
        () ->
            LOG.error(
                "request {} failed: {} {}",
                id,
                request.getMethodName(),
                SignedAddresses.forLogs(request.getPath()),
                failure));
    return reply(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "something went wrong on the server; its log says what, under the id " + id);
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
