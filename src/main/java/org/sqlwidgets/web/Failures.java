package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.access.RequestId;
import org.sqlwidgets.query.QueryFailedException;

/** Turns a failed query into its reply and its line in the log (contract §7, widget-file §9). */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int SOON = 1;

  private Failures() {}

  /**
   * The reply to a failed query.
   *
   * @param what the widget or lookup, for the log
   */
  static MutableHttpResponse<?> reply(
      HttpRequest<?> request, String what, QueryFailedException failure) {
    RequestId.named(RequestId.of(request), () -> log(what, failure));
    return reply(failure);
  }

  /** The same for a failure that is in the log already. */
  static MutableHttpResponse<?> reply(QueryFailedException failure) {
    MutableHttpResponse<?> reply =
        Errors.reply(status(failure), String.valueOf(failure.getMessage()));
    return switch (failure.reason()) {
      case UNAVAILABLE, OUTDATED -> reply.header("Retry-After", String.valueOf(SOON));
      case REFUSED, TIMEOUT, CANCELLED, MISSING, FAILED -> reply;
    };
  }

  private static HttpStatus status(QueryFailedException failure) {
    return switch (failure.reason()) {
      case REFUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
      case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
      case UNAVAILABLE, OUTDATED, CANCELLED -> HttpStatus.SERVICE_UNAVAILABLE;
      case MISSING, FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** Writes what happened to the log, with the database's own words. */
  static void log(String what, QueryFailedException failure) {
    switch (failure.reason()) {
      case CANCELLED -> LOG.debug("{}: nobody waits for the reply any more", what);
      case REFUSED, TIMEOUT, UNAVAILABLE, OUTDATED ->
          LOG.warn("{}: {}{}", what, failure.getMessage(), cause(failure));
      case MISSING, FAILED -> LOG.error("{}: {}", what, failure.getMessage(), failure.getCause());
    }
  }

  private static String cause(QueryFailedException failure) {
    return failure.getCause() == null ? "" : " (" + failure.getCause().getMessage() + ")";
  }
}
