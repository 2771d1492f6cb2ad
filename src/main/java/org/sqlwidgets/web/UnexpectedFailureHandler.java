package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;

/** Answers whatever no other handler knows with a fixed text and an id. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // the interface's own signature
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    return isClientGone(failure)
        ? Errors.reply(HttpStatus.BAD_REQUEST, "the connection ended before the request did")
        : Errors.unexpected(request, failure);
  }

  private static boolean isClientGone(Throwable failure) {
    return failure instanceof ClosedChannelException || failure instanceof EOFException;
  }
}
