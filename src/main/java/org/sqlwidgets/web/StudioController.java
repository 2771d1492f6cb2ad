package org.sqlwidgets.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.Optional;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.studio.DeskJson;
import org.sqlwidgets.studio.SourceJson;
import org.sqlwidgets.studio.ValuesJson;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;

/** What the gallery's page asks for, beside what every client asks for. */
@Controller("/studio/api")
@Produces(MediaType.ALL)
final class StudioController {
  private final Sights sights;
  private final ParamBinder binder;
  private final Sight<PrebuiltReply> desk;

  StudioController(Sights sights, ParamBinder binder) {
    this.sights = sights;
    this.binder = binder;
    desk = sights.ofApps(snapshot -> PrebuiltReply.of(DeskJson.write(snapshot)));
  }

  /** Every widget with its file, and every problem. */
  @Get("/desk")
  HttpResponse<?> desk(HttpRequest<?> request) {
    return desk.of(request).reply(request);
  }

  /** The text of a file; {@code file} is its path as problems name it. */
  @Get("/source")
  HttpResponse<?> source(HttpRequest<?> request) {
    HttpParameters asked = request.getParameters();
    return Optional.ofNullable(asked.get("file"))
        .flatMap(file -> SourceJson.write(sights.snapshot(request), file))
        .<HttpResponse<?>>map(StudioController::json)
        .orElseGet(
            () -> Errors.reply(HttpStatus.NOT_FOUND, "there is no file of this name any more"));
  }

  /** What a widget's query would bind for the params of this request. */
  @Get("/widgets/{id}/values")
  HttpResponse<?> values(HttpRequest<?> request, String id) {
    Optional<Query> query = sights.snapshot(request).widget(id).flatMap(Widget::query);
    if (query.isEmpty()) {
      return Errors.reply(HttpStatus.NOT_FOUND, "there is no widget of this name with a query");
    }
    try {
      return json(ValuesJson.write(query.get(), binder, RequestValues.of(request)));
    } catch (QueryFailedException e) {
      return Failures.reply(request, "widget " + id, e);
    }
  }

  private static MutableHttpResponse<?> json(byte[] document) {
    return HttpResponse.ok(document)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store");
  }
}
