package org.sqlwidgets.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;

/** The stream by which the gallery's page follows changes of files. */
@Controller("/studio/api")
final class EventsController {
  private final SnapshotEvents events;

  EventsController(SnapshotEvents events) {
    this.events = events;
  }

  @Get("/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events() {
    return events.stream();
  }
}
