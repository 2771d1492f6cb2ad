package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.apps.AppSnapshot;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.ops.ProblemsJson;
import org.sqlwidgets.registry.Snapshot;

/** The start page, the state of the server and the list of problems. */
@Controller
@Produces(MediaType.ALL)
final class StatusController {
  private final Sights sights;
  private final ConnectLink connectLink;
  private final ApiKeys keys;
  private final Gallery gallery;

  StatusController(Sights sights, ConnectLink connectLink, ApiKeys keys, Gallery gallery) {
    this.sights = sights;
    this.connectLink = connectLink;
    this.keys = keys;
    this.gallery = gallery;
  }

  /** For people the gallery; for programs who answers here, what it serves, how to connect. */
  @Get("/")
  HttpResponse<?> start(HttpRequest<?> request) {
    return Gallery.wantsPage(request) ? gallery.page(request) : status(request);
  }

  private HttpResponse<?> status(HttpRequest<?> request) {
    AppSnapshot snapshot = sights.apps(request);
    Snapshot served = snapshot.served();
    String address = connectLink.address(request);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", ConnectLink.NAME);
    document.put("version", ConnectLink.version());
    document.put("widgets", served.widgets().size());
    document.put("lookups", served.compilation().lookups().size());
    document.put("apps", snapshot.apps().size());
    document.put("problems", snapshot.errors());
    document.put("url", address);
    document.put("connect", connectLink.of(address));
    document.put("links", java.util.List.of("/widgets.json", "/apps.json", "/problems", "/health"));
    return json(JsonTree.write(document));
  }

  /**
   * 200 while the server answers; the number of problems is for people, not for load balancers.
   *
   * <p>Needs no key, but shows only the status without one.
   */
  @Get("/health")
  HttpResponse<?> health(HttpRequest<?> request) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", "UP");
    if (keys.accepts(request)) {
      document.put("problems", sights.apps(request).errors());
    }
    return json(JsonTree.write(document));
  }

  @Get("/problems")
  HttpResponse<?> problems(HttpRequest<?> request) {
    return json(ProblemsJson.write(sights.apps(request)));
  }

  private static HttpResponse<?> json(byte[] document) {
    return HttpResponse.ok(document)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store");
  }
}
