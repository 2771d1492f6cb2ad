package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.sqlwidgets.openbb.AppsJson;

/** The list of apps (contract §1.1, §5). */
@Controller
@Produces(MediaType.ALL)
final class AppsController {
  private final Sight<PrebuiltReply> document;

  AppsController(Sights sights) {
    document = sights.ofApps(snapshot -> PrebuiltReply.of(AppsJson.write(snapshot.apps())));
  }

  @Get("/apps.json")
  HttpResponse<?> apps(HttpRequest<?> request) {
    return document.of(request).reply(request);
  }
}
