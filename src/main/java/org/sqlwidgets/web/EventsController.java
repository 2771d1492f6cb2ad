package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;
import org.sqlwidgets.access.CallerAddress;

/** The stream by which the gallery's page follows changes of files. */
@Controller("/studio/api")
final class EventsController {
  private final SnapshotEvents events;
  private final OpenStreams streams;

  EventsController(SnapshotEvents events, OpenStreams streams) {
    this.events = events;
    this.streams = streams;
  }

  @Get("/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(HttpRequest<?> request) {
    return streams.counted(CallerAddress.network(request), events.stream());
  }
}
