package org.sqlwidgets.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.access.SignedAddresses;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.openbb.View;
import org.sqlwidgets.openbb.WidgetWriters;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.PageContent;
import org.sqlwidgets.widget.WidgetContent.QueryContent;
import org.sqlwidgets.widget.WidgetId;
import org.sqlwidgets.widget.WidgetType;

/** The list of widgets and the data of each (contract §1.1, §1.2). */
@Controller
@Produces(MediaType.ALL)
final class WidgetsController {
  private final QueryReplies replies;
  private final BlockReplies blocks;
  private final PostedReplies posts;
  private final Sights sights;
  private final Sight<PrebuiltReply> document;
  private volatile Served served = new Served(Map.of(), Snapshot.NONE);

  WidgetsController(
      WidgetRegistry registry,
      QueryReplies replies,
      BlockReplies blocks,
      PostedReplies posts,
      Sights sights,
      SignedAddresses addresses) {
    this.replies = replies;
    this.blocks = blocks;
    this.posts = posts;
    this.sights = sights;
    document =
        sights.ofWidgets(
            (snapshot, list) ->
                PrebuiltReply.of(
                    WidgetsJson.write(snapshot.widgets(), addresses.publishedTo(list))));
    registry.onChange(snapshot -> served = served.next(snapshot));
  }

  /**
   * What was made of one snapshot.
   *
   * @param writers the writers of each widget's replies
   * @param snapshot where it comes from
   */
  private record Served(Map<WidgetId, WidgetWriters> writers, Snapshot snapshot) {

    /** What is made of the next snapshot; replies are kept by the writers of what stays. */
    Served next(Snapshot next) {
      Map<WidgetId, WidgetWriters> made = new HashMap<>();
      for (Widget widget : next.widgets()) {
        if (widget.content() instanceof QueryContent content) {
          made.put(widget.id(), former(widget).orElseGet(() -> WidgetWriters.of(widget, content)));
        }
      }
      return new Served(Map.copyOf(made), next);
    }

    private Optional<WidgetWriters> former(Widget widget) {
      return snapshot
          .widget(widget.id().value())
          .filter(widget::equals)
          .flatMap(same -> Optional.ofNullable(writers.get(same.id())));
    }
  }

  @Get("/widgets.json")
  HttpResponse<?> widgets(HttpRequest<?> request) {
    return document.of(request).reply(request);
  }

  @Get("/widgets/{id}")
  CompletionStage<? extends HttpResponse<?>> data(HttpRequest<?> request, String id) {
    Served now = served;
    Optional<Widget> widget = seen(request, now, id);
    if (widget.isEmpty()) {
      return unknown();
    }
    return switch (widget.get().content()) {
      case QueryContent content when widget.get().type() == WidgetType.SSRM_TABLE ->
          blocks.asked(request, table(request, widget.get(), content, now));
      case QueryContent content -> rows(request, widget.get(), content, now);
      case PageContent page ->
          CompletableFuture.completedStage(
              AddressReplies.reply(request, widget.get(), page, view(request)));
    };
  }

  /** The data of the types that the client asks by POST (contract §1.5). */
  @Post("/widgets/{id}")
  @Consumes(MediaType.ALL)
  CompletionStage<? extends HttpResponse<?>> posted(HttpRequest<?> request, String id) {
    Served now = served;
    Optional<Widget> widget = seen(request, now, id);
    if (widget.isEmpty()) {
      return unknown();
    }
    return switch (widget.get().content()) {
      case QueryContent content when widget.get().type() == WidgetType.SSRM_TABLE ->
          blocks.posted(request, table(request, widget.get(), content, now));
      case QueryContent content when widget.get().type().isPosted() ->
          posts.posted(request, widget.get(), content, writer(request, widget.get(), now));
      case QueryContent content -> getOnly();
      case PageContent page -> getOnly();
    };
  }

  private Optional<Widget> seen(HttpRequest<?> request, Served now, String id) {
    return sights.seenBy(request).apply(now.snapshot()).widget(id);
  }

  private static CompletionStage<? extends HttpResponse<?>> unknown() {
    return CompletableFuture.completedStage(
        Errors.reply(
            HttpStatus.NOT_FOUND,
            "there is no widget of this name; it may have been renamed or have a problem, see"
                + " /problems; then use Refresh backend in Workspace"));
  }

  private static CompletionStage<? extends HttpResponse<?>> getOnly() {
    return CompletableFuture.completedStage(
        Errors.reply(
            HttpStatus.METHOD_NOT_ALLOWED, "widgets of this type are asked by GET, not by POST"));
  }

  private static String what(Widget widget) {
    return "widget " + widget.id();
  }

  /** The same data at the address that the client asks without a key (contract §8.2). */
  @Get(uris = {"/widgets/{id}/page", "/widgets/{id}/page/{signature}"})
  CompletionStage<? extends HttpResponse<?>> page(HttpRequest<?> request, String id) {
    return signed(request, id, WidgetType.IFRAME);
  }

  /** The same for documents. */
  @Get(uris = {"/widgets/{id}/pdf", "/widgets/{id}/pdf/{signature}"})
  CompletionStage<? extends HttpResponse<?>> pdf(HttpRequest<?> request, String id) {
    return signed(request, id, WidgetType.PDF);
  }

  /** An address outlives the type of its widget; it opens nothing but what it was made for. */
  private CompletionStage<? extends HttpResponse<?>> signed(
      HttpRequest<?> request, String id, WidgetType type) {
    return seen(request, served, id).filter(widget -> widget.type() == type).isPresent()
        ? data(request, id)
        : unknown();
  }

  private CompletionStage<? extends HttpResponse<?>> rows(
      HttpRequest<?> request, Widget widget, QueryContent content, Served now) {
    ReplyWriter writer = writer(request, widget, now);
    return widget.type().isPosted()
        ? posts.reply(request, RequestValues.of(request), widget, content, writer)
        : replies.reply(request, what(widget), content.query(), writer);
  }

  private static BlockReplies.Table table(
      HttpRequest<?> request, Widget widget, QueryContent content, Served now) {
    return new BlockReplies.Table(what(widget), content.query(), writer(request, widget, now));
  }

  private static ReplyWriter writer(HttpRequest<?> request, Widget widget, Served now) {
    return Objects.requireNonNull(now.writers().get(widget.id())).writer(view(request));
  }

  private static View view(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    return View.of(parameters.get("theme"), parameters.get("raw"));
  }
}
