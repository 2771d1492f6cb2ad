package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlwidgets.lookup.EditRefusedException;
import org.sqlwidgets.studio.FlawsJson;
import org.sqlwidgets.studio.OptionsDesk;
import org.sqlwidgets.studio.OptionsDesk.Document;
import org.sqlwidgets.studio.OptionsDesk.Wish;

/** The options editor's REST API (docs/options.md). */
@Controller("/lookups")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class LookupsController {
  private static final String CSV = "text/csv";
  private static final int CHANGES = 20;
  private static final int MOST_CHANGES = 100;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("options-", 0).factory());
  private final OptionsDesk desk;
  private final AdminAccess access;

  LookupsController(OptionsDesk desk, AdminAccess access) {
    this.desk = desk;
    this.access = access;
  }

  @Get
  CompletionStage<? extends HttpResponse<?>> all(HttpRequest<?> request) {
    return answer(() -> json(desk.all(access.mayWrite(request))));
  }

  @Get("/{name}")
  CompletionStage<? extends HttpResponse<?>> one(HttpRequest<?> request, String name) {
    return answer(() -> document(desk.one(name, access.mayWrite(request))));
  }

  /** Who changed what when; {@code limit} in the address asks for more or fewer. */
  @Get("/{name}/changes")
  CompletionStage<? extends HttpResponse<?>> changes(HttpRequest<?> request, String name) {
    int most = request.getParameters().get("limit", Integer.class, CHANGES);
    return answer(() -> json(desk.changes(name, Math.clamp(most, 1, MOST_CHANGES))));
  }

  @Post
  CompletionStage<? extends HttpResponse<?>> create(HttpRequest<?> request) {
    return write(request, body -> desk.create(access.author(request), body));
  }

  @Patch("/{name}")
  CompletionStage<? extends HttpResponse<?>> settings(HttpRequest<?> request, String name) {
    return write(request, body -> desk.settings(wish(request, name), body));
  }

  @Delete("/{name}")
  CompletionStage<? extends HttpResponse<?>> remove(HttpRequest<?> request, String name) {
    return delete(request, () -> desk.remove(wish(request, name)));
  }

  @Post("/{name}/options")
  CompletionStage<? extends HttpResponse<?>> add(HttpRequest<?> request, String name) {
    return write(request, body -> desk.add(wish(request, name), body));
  }

  @Patch("/{name}/options/{id}")
  CompletionStage<? extends HttpResponse<?>> change(
      HttpRequest<?> request, String name, String id) {
    return write(request, body -> desk.change(wish(request, name), number(id), body));
  }

  @Delete("/{name}/options/{id}")
  CompletionStage<? extends HttpResponse<?>> delete(
      HttpRequest<?> request, String name, String id) {
    return delete(request, () -> desk.delete(wish(request, name), number(id)));
  }

  @Put("/{name}/order")
  CompletionStage<? extends HttpResponse<?>> order(HttpRequest<?> request, String name) {
    return write(request, body -> desk.order(wish(request, name), body));
  }

  @Get("/{name}/options.csv")
  CompletionStage<? extends HttpResponse<?>> export(HttpRequest<?> request, String name) {
    return answer(() -> file(name, desk.csv(name)));
  }

  @Put("/{name}/options.csv")
  CompletionStage<? extends HttpResponse<?>> replace(HttpRequest<?> request, String name) {
    return write(request, CSV, body -> desk.replace(wish(request, name), body));
  }

  @Post("/{name}/undo")
  CompletionStage<? extends HttpResponse<?>> undo(HttpRequest<?> request, String name) {
    return write(request, body -> desk.undo(wish(request, name)));
  }

  /** The number of an option; 0, which no option has, when the text is none. */
  private static long number(String id) {
    return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
  }

  private Wish wish(HttpRequest<?> request, String name) {
    List<String> seen = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
    return new Wish(
        name,
        access.author(request),
        version ->
            seen.isEmpty()
                || seen.stream().anyMatch(line -> EntityHeaders.names(line, quoted(version))));
  }

  private static String quoted(String version) {
    return '"' + version + '"';
  }

  private CompletionStage<? extends HttpResponse<?>> write(
      HttpRequest<?> request, Function<byte[], Document> work) {
    return write(request, MediaType.APPLICATION_JSON, work);
  }

  private CompletionStage<? extends HttpResponse<?>> write(
      HttpRequest<?> request, String type, Function<byte[], Document> work) {
    return access
        .refusal(request, type)
        .<CompletionStage<? extends HttpResponse<?>>>map(CompletableFuture::completedStage)
        .orElseGet(
            () ->
                WholeBody.of(request)
                    .thenApplyAsync(body -> reply(() -> done(request, work.apply(body))), threads));
  }

  /** A browser asks before it sends DELETE, whatever the body. */
  private CompletionStage<? extends HttpResponse<?>> delete(
      HttpRequest<?> request, Supplier<Document> work) {
    return access
        .refusal(request)
        .<CompletionStage<? extends HttpResponse<?>>>map(CompletableFuture::completedStage)
        .orElseGet(() -> answer(() -> done(request, work.get())));
  }

  private MutableHttpResponse<?> done(HttpRequest<?> request, Document document) {
    access.done(request);
    return document(document);
  }

  private CompletionStage<? extends HttpResponse<?>> answer(Supplier<MutableHttpResponse<?>> work) {
    return CompletableFuture.supplyAsync(() -> reply(work), threads);
  }

  private static MutableHttpResponse<?> reply(Supplier<MutableHttpResponse<?>> work) {
    try {
      return work.get();
    } catch (EditRefusedException e) {
      MutableHttpResponse<?> refused =
          json(HttpResponse.status(status(e.reason())), FlawsJson.write(e));
      return e.reason() == EditRefusedException.Reason.UNAVAILABLE
          ? refused.header(HttpHeaders.RETRY_AFTER, "1")
          : refused;
    }
  }

  private static HttpStatus status(EditRefusedException.Reason reason) {
    return switch (reason) {
      case MISSING -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case OUTDATED -> HttpStatus.PRECONDITION_FAILED;
      case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static MutableHttpResponse<?> document(Document document) {
    MutableHttpResponse<?> reply = json(document.json());
    document.version().ifPresent(version -> reply.header(HttpHeaders.ETAG, quoted(version)));
    return reply;
  }

  private static MutableHttpResponse<?> file(String name, Document document) {
    String file = name.matches("[A-Za-z0-9_-]+") ? name : "options";
    return document(document)
        .contentType(MediaType.of(CSV + "; charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(file));
  }

  private static MutableHttpResponse<?> json(byte[] body) {
    return json(HttpResponse.ok(), body);
  }

  private static MutableHttpResponse<?> json(MutableHttpResponse<?> reply, byte[] body) {
    return reply
        .body(body)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
