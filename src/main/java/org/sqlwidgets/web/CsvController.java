package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
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
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.studio.CsvWriter;
import org.sqlwidgets.widget.Query;
import org.sqlwidgets.widget.Widget;

/** The rows behind each widget as a file for spreadsheets. */
@Controller
@Produces(MediaType.ALL)
final class CsvController {
  private final Sights sights;
  private final QueryReplies replies;
  private volatile Map<String, Served> served = Map.of();
  private volatile Snapshot snapshot = Snapshot.NONE;

  CsvController(WidgetRegistry registry, Sights sights, QueryReplies replies) {
    this.sights = sights;
    this.replies = replies;
    registry.onChange(
        next -> {
          served = served(next, served);
          snapshot = next;
        });
  }

  /** A query and its writer; made once, since replies are kept by their writer. */
  private record Served(Query query, CsvWriter writer) {}

  private static Map<String, Served> served(Snapshot snapshot, Map<String, Served> former) {
    Map<String, Served> served = new HashMap<>();
    for (Widget widget : snapshot.widgets()) {
      widget
          .query()
          .ifPresent(
              query ->
                  served.put(widget.id().value(), served(query, former.get(widget.id().value()))));
    }
    return Map.copyOf(served);
  }

  private static Served served(Query query, @Nullable Served former) {
    return former != null && former.query().equals(query)
        ? former
        : new Served(query, new CsvWriter(query.columns()));
  }

  @Get("/widgets/{id}.csv")
  CompletionStage<? extends HttpResponse<?>> csv(HttpRequest<?> request, String id) {
    Optional<Widget> seen = sights.seenBy(request).apply(snapshot).widget(id);
    String present = seen.map(widget -> widget.id().value()).orElse(id);
    Served widget = seen.isEmpty() ? null : served.get(present);
    if (widget == null) {
      return CompletableFuture.completedStage(
          Errors.reply(HttpStatus.NOT_FOUND, "there is no widget of this name with rows"));
    }
    return replies.reply(
        request,
        RequestValues.of(request),
        "widget " + present + " as CSV",
        widget.query(),
        widget.writer(),
        reply ->
            reply.header(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + present + ".csv\""));
  }
}
