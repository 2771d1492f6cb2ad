package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Gives each error of the framework our body; its own would show what drivers and parsers say.
 *
 * <p>Some of these replies pass no filter, so they get here what every reply carries.
 */
@Singleton
final class ErrorReplies implements ErrorResponseProcessor<byte[]> {
  private final ReplyMarks marks;
  private final long largestBody;

  ErrorReplies(ReplyMarks marks, HttpServerConfiguration server) {
    this.marks = marks;
    largestBody = server.getMaxRequestSize();
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> reply) {
    HttpRequest<?> request = context.getRequest();
    MutableHttpResponse<byte[]> error = error(context, request, reply);
    marks.mark(request, error);
    return error;
  }

  private MutableHttpResponse<byte[]> error(
      ErrorContext context, HttpRequest<?> request, MutableHttpResponse<?> reply) {
    if (reply.code() >= 500) {
      Throwable failure =
          context
              .getRootCause()
              .orElseGet(() -> new IllegalStateException("status " + reply.code()));
      return Errors.unexpected(request, failure);
    }
    HttpStatus status = status(request, HttpStatus.valueOf(reply.code()));
    String detail =
        status == HttpStatus.REQUEST_ENTITY_TOO_LARGE
            ? ErrorTexts.largeBody(largestBody)
            : ErrorTexts.of(status, request);
    if (decoderFailure(request) != null) {
      // Nobody knows where the next request begins.
      reply.getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
    return Errors.write(reply.status(status), detail);
  }

  /** The status, made more exact where the decoder gave up for size. */
  private static HttpStatus status(HttpRequest<?> request, HttpStatus status) {
    return switch (decoderFailure(request)) {
      case TooLongHttpLineException line -> HttpStatus.REQUEST_URI_TOO_LONG;
      case TooLongHttpHeaderException header -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      case null, default -> status;
    };
  }

  private static @Nullable Throwable decoderFailure(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
        ? netty.getNativeRequest().decoderResult().cause()
        : null;
  }
}
