package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sqlwidgets.access.AllowedOrigins;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.access.AuditLog;
import org.sqlwidgets.access.SaidUser;
import org.sqlwidgets.action.ActionDesk;
import org.sqlwidgets.action.ActionDesk.Caller;
import org.sqlwidgets.database.ActionsConfiguration;
import org.sqlwidgets.openbb.FormBody;
import org.sqlwidgets.openbb.FormReply;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Param;

/** Takes what forms send (contract §1.4, §3.7), from listed origins and the server's own page. */
@Controller("/actions/{name}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class ActionsController {
  private static final String OPTION_CHANGE = "option_change";

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("action-", 0).factory());
  private final Sights sights;
  private final ActionDesk desk;
  private final AllowedOrigins origins;
  private final OwnOrigin own;
  private final ApiKeys keys;
  private final AuditLog audit;
  private final boolean enabled;

  ActionsController(
      Sights sights,
      ActionDesk desk,
      AllowedOrigins origins,
      OwnOrigin own,
      ApiKeys keys,
      AuditLog audit,
      ActionsConfiguration configuration) {
    this.sights = sights;
    this.desk = desk;
    this.origins = origins;
    this.own = own;
    this.keys = keys;
    this.audit = audit;
    this.enabled = configuration.enabled();
  }

  @Post
  CompletionStage<? extends HttpResponse<?>> post(HttpRequest<?> request, String name) {
    return submit(request, name);
  }

  @Put
  CompletionStage<? extends HttpResponse<?>> put(HttpRequest<?> request, String name) {
    return submit(request, name);
  }

  private CompletionStage<? extends HttpResponse<?>> submit(HttpRequest<?> request, String name) {
    Optional<HttpResponse<?>> refusal = refusal(request);
    if (refusal.isPresent()) {
      return CompletableFuture.completedStage(refusal.get());
    }
    Optional<Action> action = sights.snapshot(request).action(name);
    if (action.isEmpty()) {
      return refused(
          HttpStatus.NOT_FOUND, "there is no action of this name; /problems may say why");
    }
    if (changesOptions(action.get()) && !keys.isAdmin(request)) {
      audit.refused(request, OPTION_CHANGE, "action " + name + ": the key has not the role admin");
      return refused(HttpStatus.FORBIDDEN, "options are changed with a key of the role admin only");
    }
    return WholeBody.of(request)
        .thenApply(FormBody::read)
        .thenApplyAsync(
            form -> form.isEmpty() ? noObject() : run(request, action.get(), form.get()), threads);
  }

  /** Options are the server's own, and every dashboard shows them. */
  private static boolean changesOptions(Action action) {
    return action.datasource().equals(ActionsConfiguration.OPTIONS);
  }

  private static MutableHttpResponse<?> noObject() {
    return Errors.reply(HttpStatus.BAD_REQUEST, "the request body must be one JSON object");
  }

  private static CompletionStage<HttpResponse<?>> refused(HttpStatus status, String detail) {
    return CompletableFuture.completedStage(Errors.reply(status, detail));
  }

  /** Why a request is not looked at, whatever it holds. */
  private Optional<HttpResponse<?>> refusal(HttpRequest<?> request) {
    if (!enabled) {
      return Optional.of(
          Errors.reply(
              HttpStatus.FORBIDDEN,
              "actions are off: this server changes nothing; its operator can allow them with"
                  + " sql-widgets.actions.enabled=true"));
    }
    if (!ChangeRequests.isFrom(
        request, origin -> origins.contains(origin) || own.is(origin, request))) {
      return Optional.of(
          Errors.reply(
              HttpStatus.FORBIDDEN,
              "pages of this origin may not send forms; the operator lists origins in"
                  + " sql-widgets.cors.allowed-origins"));
    }
    return ChangeRequests.hasType(request, MediaType.APPLICATION_JSON)
        ? Optional.empty()
        : Optional.of(
            Errors.reply(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                ErrorTexts.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request)));
  }

  private Caller caller(HttpRequest<?> request) {
    return new Caller(SaidUser.of(request).orElse(null), keys.callerOf(request).key());
  }

  private MutableHttpResponse<?> run(HttpRequest<?> request, Action action, FormBody form) {
    String what = "action " + action.name();
    try {
      refuseUnreadable(action, form);
      String message =
          desk.submit(action, name -> form.values().getOrDefault(name, List.of()), caller(request));
      if (changesOptions(action)) {
        audit.done(request, OPTION_CHANGE, what);
      }
      return HttpResponse.ok(FormReply.of(message))
          .contentType(MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store");
    } catch (QueryFailedException e) {
      return Failures.reply(request, what, e);
    } catch (RuntimeException | Error e) {
      return Failures.reply(
          request,
          what,
          new QueryFailedException(
              Reason.FAILED, "Something went wrong on the server; its log says what", e));
    }
  }

  private static void refuseUnreadable(Action action, FormBody form) {
    for (Param param : action.params()) {
      String name = param.paramName();
      if (form.unreadable().contains(name)) {
        throw refused(name, "expected a text, a number, a boolean or a list of them");
      }
      if (!param.multi() && form.values().getOrDefault(name, List.of()).size() > 1) {
        throw refused(name, "expected one value, not a list");
      }
    }
  }

  private static QueryFailedException refused(String name, String expected) {
    return new QueryFailedException(Reason.REFUSED, "Parameter '" + name + "': " + expected, null);
  }
}
