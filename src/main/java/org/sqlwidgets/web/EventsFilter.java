package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.access.CallerAddress;

/** Says when no more streams of events may be opened, as live grids say it of sockets. */
@ServerFilter("/studio/api/events")
final class EventsFilter {
  private final OpenStreams streams;

  EventsFilter(OpenStreams streams) {
    this.streams = streams;
  }

  /** The reply when there is no place; null lets the request in. */
  @RequestFilter
  @Nullable HttpResponse<?> refusal(HttpRequest<?> request) {
    return streams
        .fullBy(CallerAddress.network(request))
        .map(
            setting ->
                Errors.reply(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "as many pages follow the changes of files as %s allows; try again later"
                            .formatted(setting))
                    .header(HttpHeaders.RETRY_AFTER, "10"))
        .orElse(null);
  }
}
