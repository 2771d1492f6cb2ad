package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.access.AuditLog;
import org.sqlwidgets.access.SaidUser;
import org.sqlwidgets.lookup.Author;

/** Decides which requests may change what the server itself keeps. */
@Singleton
final class AdminAccess {
  private static final String SITE = "Sec-Fetch-Site";

  private static final String OPTION_CHANGE = "option_change";

  private final ApiKeys keys;
  private final OwnOrigin own;
  private final AuditLog audit;
  private final boolean enabled;

  AdminAccess(ApiKeys keys, OwnOrigin own, AuditLog audit, EditorConfiguration configuration) {
    this.keys = keys;
    this.own = own;
    this.audit = audit;
    this.enabled = configuration.optionsEditor();
  }

  /** Whether a request of this origin with this key may write. */
  boolean mayWrite(HttpRequest<?> request) {
    return why(request).isEmpty();
  }

  /** The reply to a request that may not write; empty when it may. */
  Optional<MutableHttpResponse<?>> refusal(HttpRequest<?> request) {
    return why(request).map(told -> refuse(request, HttpStatus.FORBIDDEN, told));
  }

  /** The same, for a request that must say what its body is: then a browser asks first. */
  Optional<MutableHttpResponse<?>> refusal(HttpRequest<?> request, String type) {
    Optional<MutableHttpResponse<?>> refusal = refusal(request);
    if (refusal.isPresent() || ChangeRequests.hasType(request, type)) {
      return refusal;
    }
    return Optional.of(
        refuse(
            request,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "the request must say what its body is, with Content-Type: " + type));
  }

  private MutableHttpResponse<?> refuse(HttpRequest<?> request, HttpStatus status, String why) {
    audit.refused(request, OPTION_CHANGE, what(request) + ": " + why);
    return Errors.reply(status, why);
  }

  /** Notes in the audit log that a request has changed something. */
  void done(HttpRequest<?> request) {
    audit.done(request, OPTION_CHANGE, what(request));
  }

  private static String what(HttpRequest<?> request) {
    return "%s %s".formatted(request.getMethodName(), request.getPath());
  }

  private Optional<String> why(HttpRequest<?> request) {
    if (!enabled) {
      return Optional.of(
          "the options editor is off; its operator can switch it on with"
              + " sql-widgets.options-editor=true");
    }
    if (!isOwnPage(request)) {
      return Optional.of(
          "pages of other origins may not change options; use the server's own page");
    }
    return keys.isAdmin(request)
        ? Optional.empty()
        : Optional.of("options are changed with a key of the role admin only");
  }

  /** Who sends a request. */
  Author author(HttpRequest<?> request) {
    return new Author(SaidUser.of(request).orElse(null), keys.callerOf(request).key());
  }

  /** Browsers say where a request comes from; programs do not. */
  private boolean isOwnPage(HttpRequest<?> request) {
    return ChangeRequests.isFrom(request, origin -> own.is(origin, request))
        && request.getHeaders().getAll(SITE).stream()
            .allMatch(site -> site.equals("same-origin") || site.equals("none"));
  }
}
