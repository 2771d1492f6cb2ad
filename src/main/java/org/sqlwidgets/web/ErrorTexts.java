package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import org.sqlwidgets.problem.NearMiss;

/** The fixed sentences for what goes wrong before or beside a route. */
final class ErrorTexts {
  static final String MALFORMED =
      "the request is malformed: its address or a header cannot be read";

  static final String LONG_ADDRESS =
      "the address is longer than %d characters".formatted(AccessFilter.LONGEST_ADDRESS);

  static final String LARGE_HEADERS =
      "the request headers are larger than %d bytes together"
          .formatted(AccessFilter.LARGEST_HEADERS);

  private static final int LONGEST_SHOWN = 100;
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/widgets.json",
          "/apps.json",
          "/templates.json",
          "/agents.json",
          "/widgets/",
          "/options/",
          "/lookups",
          "/actions/",
          "/problems",
          "/health",
          "/health/liveness",
          "/health/readiness",
          "/prometheus");

  private ErrorTexts() {}

  /** The sentence for a status. */
  static String of(HttpStatus status, HttpRequest<?> request) {
    return switch (status) {
      case BAD_REQUEST -> MALFORMED;
      case NOT_FOUND -> notFound(request.getPath());
      case METHOD_NOT_ALLOWED ->
          "the address %s does not take %s"
              .formatted(shown(request.getPath()), request.getMethodName());
      case NOT_ACCEPTABLE -> "the Accept header leaves out JSON, which is what this address has";
      case REQUEST_URI_TOO_LONG -> LONG_ADDRESS;
      case UNSUPPORTED_MEDIA_TYPE ->
          "the request body must be JSON, with Content-Type: application/json";
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> LARGE_HEADERS;
      default -> status.getReason().toLowerCase(Locale.ROOT);
    };
  }

  /** The sentence for a body beyond the limit. */
  static String largeBody(long limit) {
    return "the request body is larger than %d bytes".formatted(limit);
  }

  private static String notFound(String path) {
    int appended = path.indexOf("/widgets.json/");
    if (appended >= 0) {
      return "there is nothing at %s; give OpenBB Workspace the address without /widgets.json"
          .formatted(shown(path));
    }
    String hint = path.length() > LONGEST_SHOWN ? "" : NearMiss.hint(path, ADDRESSES);
    return "there is nothing at %s%s; the list of widgets is at /widgets.json"
        .formatted(shown(path), hint.replace("?", ""));
  }

  private static String shown(String path) {
    return path.length() <= LONGEST_SHOWN
        ? "\"" + path + "\""
        : "\"" + path.substring(0, LONGEST_SHOWN) + "…\"";
  }
}
