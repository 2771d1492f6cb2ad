package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Asks a client to send its large body later. */
@Singleton
final class TooManyBodiesHandler
    implements ExceptionHandler<WholeBody.TooManyException, HttpResponse<?>> {

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // the interface's own signature
  public HttpResponse<?> handle(HttpRequest request, WholeBody.TooManyException failure) {
    return Errors.reply(
            HttpStatus.SERVICE_UNAVAILABLE,
            "%d requests with bodies of more than %d bytes are on their way already; try again shortly"
                .formatted(WholeBody.MOST_LARGE, WholeBody.SMALL))
        .header(HttpHeaders.RETRY_AFTER, "1");
  }
}
