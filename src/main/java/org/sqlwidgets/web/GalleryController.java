package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The static files of the gallery's page. */
@Controller("/studio")
@Produces(MediaType.ALL)
final class GalleryController {
  private final Gallery gallery;

  GalleryController(Gallery gallery) {
    this.gallery = gallery;
  }

  @Get("/app/{+path}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> own(HttpRequest<?> request, String path) {
    return gallery.own(request, path).<HttpResponse<?>>map(reply -> reply).orElseGet(this::none);
  }

  /** The first request for a large library compresses it, so not on the event loop. */
  @Get("/lib/{name}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> library(HttpRequest<?> request, String name) {
    return gallery
        .library(request, name)
        .<HttpResponse<?>>map(reply -> reply)
        .orElseGet(this::none);
  }

  private HttpResponse<?> none() {
    return Errors.reply(HttpStatus.NOT_FOUND, "the gallery has no such file; load the page anew");
  }
}
