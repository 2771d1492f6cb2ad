package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/** The list of widgets and the data of each (contract §1.1, §1.2). */
@Controller
@Produces(MediaType.ALL)
final class WidgetsController {
  private final QueryReplies replies;
  private volatile Served served =
      new Served(
          PrebuiltJson.of(WidgetsJson.write(java.util.List.of())), Map.of(), Optional.empty());

  WidgetsController(WidgetRegistry registry, QueryReplies replies) {
    this.replies = replies;
    registry.onChange(snapshot -> served = Served.of(snapshot));
  }

  /**
   * What was made of one snapshot.
   *
   * @param document widgets.json
   * @param writers the writer of each widget's replies
   * @param snapshot where it comes from
   */
  private record Served(
      PrebuiltJson document, Map<WidgetId, ReplyWriter> writers, Optional<Snapshot> snapshot) {

    static Served of(Snapshot snapshot) {
      Map<WidgetId, ReplyWriter> writers = new HashMap<>();
      snapshot.widgets().forEach(widget -> writers.put(widget.id(), ReplyWriter.of(widget)));
      return new Served(
          PrebuiltJson.of(WidgetsJson.write(snapshot.widgets())),
          Map.copyOf(writers),
          Optional.of(snapshot));
    }

    Optional<Widget> widget(String id) {
      return snapshot.flatMap(present -> present.widget(id));
    }
  }

  @Get("/widgets.json")
  HttpResponse<?> widgets(HttpRequest<?> request) {
    return served.document().reply(request);
  }

  @Get("/widgets/{id}")
  CompletionStage<? extends HttpResponse<?>> data(HttpRequest<?> request, String id) {
    Served now = served;
    Optional<Widget> widget = now.widget(id);
    if (widget.isEmpty()) {
      return CompletableFuture.completedStage(
          Errors.reply(
              HttpStatus.NOT_FOUND,
              "there is no widget of this name; it may have been renamed or have a problem, see"
                  + " /problems; then use Refresh backend in Workspace"));
    }
    ReplyWriter writer = java.util.Objects.requireNonNull(now.writers().get(widget.get().id()));
    return replies.reply(request, "widget " + widget.get().id(), widget.get().query(), writer);
  }
}
